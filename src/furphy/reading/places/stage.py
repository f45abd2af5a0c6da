"""The stage that finds the places of a text."""

from collections.abc import Iterator

from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.resolve import resolve
from furphy.model.document import Note, SegmentKind
from furphy.model.place import Constraint, Toponym
from furphy.reading.places.located import with_located
from furphy.reading.places.names import place_names
from furphy.reading.places.relations import relations
from furphy.reading.stage import Draft, stage
from furphy.reading.tree import Tree


@stage(needs=[Tree, Gazetteer], gives=[Toponym, Constraint, Note])
def places(draft: Draft) -> Iterator[Toponym | Constraint | Note]:
    """Yield what each place name was taken for, and what the text states of where places are.

    Constraints point to the toponyms by index.
    """
    tree, gazetteer = draft.the(Tree), draft.the(Gazetteer)
    datelines = [each.span for each in draft.document.segments if each.kind is SegmentKind.DATELINE]
    names = place_names(tree, draft.text, gazetteer.named, datelines, gazetteer.spelled)
    names = with_located(tree, draft.text, names, draft.language)
    stated = relations(tree, names, draft.language)
    found = resolve(names, stated, gazetteer, draft.text)
    yield from found.toponyms
    yield from stated
    yield from found.notes
