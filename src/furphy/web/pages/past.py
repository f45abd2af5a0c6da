"""What people judged: who, when, why, what became of it; and the way to take it back."""

from starlette.responses import Response

from furphy.desk import history
from furphy.web import traced
from furphy.web.asking import Ask
from furphy.web.rendering import page

_MANY = 50


def past(ask: Ask) -> Response:
    """Show judgements, the last first."""
    found = history.page(ask.desk.book, ask.number("before"), _MANY + 1)
    shown = found[:_MANY]
    subjects = [*dict.fromkeys(s for each in shown for s in each.told.judgement.subjects[:4])]
    words = history.words_of(ask.desk.book, subjects)
    others = [each for each in subjects if each not in words]
    sentences = traced.documents_with(ask.desk.state, others)
    return page(
        ask,
        "history",
        judgements=shown,
        next=shown[-1].number if len(found) > _MANY else None,
        words={**words, **history.sentences_of(ask.desk.book, sentences)},
        graded=history.sources_of(ask.desk.book, subjects),
        claims=traced.claims_with(ask.desk.state, subjects),
        standing=ask.desk.foreman.standing(),
    )
