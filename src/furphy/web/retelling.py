"""Claims told anew at once, in the last finished trace, when people judge what they are made of.

A trace of all documents follows, and takes the place of this. Until then lists and pages tell what
people rejected or corrected as that trace will; what they joined or kept apart, in which order
lists stand, and what pages of sources count, comes with it.
"""

import json

from furphy.desk import browsing, retelling
from furphy.desk.browsing import Casebook
from furphy.desk.retelling import Kept
from furphy.errors import CasebookError, InputError
from furphy.export.dossier import sparing
from furphy.export.dossier.material import Material
from furphy.export.dossier.packing import packed
from furphy.model.account import Account
from furphy.web import traced
from furphy.web.state import NO_CLAIM, State
from furphy.web.traced import Brief
from furphy.web.tracer import in_short

MOST_CLAIMS = 100
"""Claims that are told anew; where people judged of more, those wait for the trace."""
MOST_DOCUMENTS = 500
"""The same of the documents of one."""
_NOTHING = (0, 0, 0, 0, 0, None, None, 0)
"""What lists tell of a claim of which all is rejected, but its words."""


def retell(book: Casebook, state: State) -> int:
    """Tell anew what people judged of since the last finished trace; return how many claims."""
    with state.reading() as connection:
        done = connection.execute(
            "SELECT serial, extent FROM trace WHERE state = 'done'"
        ).fetchone()
    if done is None:
        return 0
    judged = browsing.judged_after(book, json.loads(done["extent"])["judgements"])
    if not judged:
        return 0
    told = 0
    for name in _touched(state, judged):
        found = traced.as_traced(state, name)
        if found is None or found[0].documents > MOST_DOCUMENTS:
            continue
        try:
            told += _retell(book, state, done["serial"], *found)
        except (CasebookError, InputError, LookupError):
            # Its documents have changed as well, or what was traced does not fit them any more;
            # the trace that follows tells it.
            continue
    return told


def _touched(state: State, judged: list[str]) -> list[str]:
    """Return the claims that judgements bear on: what they are of, and what that contradicts."""
    own = dict.fromkeys(traced.told_anew(state))
    own |= dict.fromkeys(traced.claims_with(state, judged).values())
    own |= dict.fromkeys(traced.claims_without(state, judged))
    names = [*own][:MOST_CLAIMS]
    beside = dict[str, None]()
    for name in names:
        found = traced.as_traced(state, name)
        if found is not None:
            beside |= dict.fromkeys(each.claim for each in found[1].counterclaims)
    return [*dict.fromkeys([*names, *beside])][:MOST_CLAIMS]


def _retell(book: Casebook, state: State, serial: int, brief: Brief, account: Account) -> bool:
    """Put a claim as it is now in the place of what was traced; tell whether that could be done."""
    documents, links = traced.ancestry(state, retelling.told_in(account))
    material = retelling.retold(book, Kept(account, documents, links))
    known = [each.id for each in (*account.variants, *account.rejected)]
    left = set() if material is None else {each.id for each in material.account.variants}
    with state.writing() as connection:
        row = connection.execute(
            "SELECT claims FROM trace WHERE state = 'done' AND serial = ?", (serial,)
        ).fetchone()
        if row is None:
            return False
        place = (serial, brief.id)
        connection.execute(
            "INSERT OR IGNORE INTO as_traced SELECT trace, id, packed FROM claim"
            " WHERE trace = ? AND id = ?",
            place,
        )
        told = (brief.text, *_NOTHING) if material is None else in_short(material.account)
        connection.execute(
            "UPDATE claim SET text = ?, documents = ?, outlets = ?, low = ?, best = ?, high = ?,"
            " status = ?, first_seen = ?, contradictions = ? WHERE trace = ? AND id = ?",
            (*told, *place),
        )
        if material is not None:
            data = _data(material, is_whole=brief.rank <= row["claims"])
            connection.execute(
                "UPDATE claim SET packed = ? WHERE trace = ? AND id = ?", (data, *place)
            )
        connection.executemany(
            "UPDATE member SET claim = ? WHERE trace = ? AND assertion = ?",
            [(brief.id if each in left else NO_CLAIM, serial, each) for each in known],
        )
    return True


def _data(material: Material, *, is_whole: bool) -> bytes:
    """Return a claim as bytes, in the form in which its place in the list has it."""
    return packed(material) if is_whole else sparing.packed(material)
