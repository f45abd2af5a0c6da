"""What people signed that bears on a claim: verdicts, and grades of it and of who says it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from furphy.casebook.casebook import Casebook
from furphy.casebook.grading import digits, letters, verdicts
from furphy.casebook.judgements import judgements
from furphy.casebook.source_ids import source_id
from furphy.casebook.standing import rulings
from furphy.model.account import Variant
from furphy.model.attribution import SourceKind
from furphy.model.reading import Reading
from furphy.model.signed import Grade, SignedVerdict


@dataclass(frozen=True, slots=True)
class Signed:
    """All verdicts and grades of a casebook that stand."""

    verdicts: tuple[SignedVerdict, ...] = ()
    digits: tuple[tuple[tuple[str, ...], Grade], ...] = ()
    letters: Mapping[str, tuple[Grade, ...]] = field(default_factory=dict)
    """By the ids of the sources."""

    def verdicts_on(self, told: Sequence[Variant]) -> tuple[SignedVerdict, ...]:
        """Return the verdicts on any assertion of a claim, oldest first."""
        mine = {each.id for each in told}
        return tuple(each for each in self.verdicts if not mine.isdisjoint(each.assertions))

    def grades_on(self, told: Sequence[Variant], readings: Sequence[Reading]) -> tuple[Grade, ...]:
        """Return the digits of any assertion of a claim, then the letters of who says it."""
        mine = {each.id for each in told}
        found = [grade for subjects, grade in self.digits if not mine.isdisjoint(subjects)]
        if self.letters:
            for each in dict.fromkeys(_sources(told, readings)):
                found += self.letters.get(each, ())
        return tuple(found)


def signed(connection: Connection) -> Signed:
    """Return what is signed in a casebook and stands."""
    given = rulings(judgements(connection))
    return Signed(tuple(verdicts(given)), tuple(digits(given)), letters(given, connection))


def signed_in(book: Casebook, ids: Sequence[str]) -> Signed:
    """Return what is signed on any of these things and stands, of a casebook that is open."""
    with book.reading() as connection:
        given = rulings(judgements(connection, ids))
        return Signed(tuple(verdicts(given)), tuple(digits(given)), letters(given, connection))


def _sources(told: Sequence[Variant], readings: Sequence[Reading]) -> Iterator[str]:
    """Yield the ids of those who publish a claim, and of those named as saying it."""
    for each in told:
        reading = readings[each.document]
        if reading.document.outlet:
            yield source_id(SourceKind.OUTLET.value, reading.document.outlet)
        if each.assertion is None:
            continue
        for link in reading.chain(reading.assertions[each.assertion].attribution):
            source = reading.attributions[link].source
            if source is not None:
                yield source_id(reading.sources[source].kind.value, reading.sources[source].name)
