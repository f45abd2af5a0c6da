"""Judgements made short, for tests."""

from stored import clock, judge

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.judgements import Field, Judgement, JudgementKind


def corrected(
    subject: str, field: str, value: Json, words: str | None = None, by: str = "Ada"
) -> Judgement:
    kind = JudgementKind.CORRECT
    return Judgement(kind, (subject,), value, by, "the letter", clock(), Field(field), words)


def relabelled(subject: str, label: str) -> Judgement:
    return Judgement(JudgementKind.RELABEL, (subject,), label, "Ada", "the tone", clock())


def withdrawn(judgement: Judgement) -> Judgement:
    kind = JudgementKind.WITHDRAW
    return Judgement(kind, (judgement.id,), None, "Bo", "mistaken", clock())


def give(book: Casebook, *given: Judgement) -> None:
    for each in given:
        judge(book, each)
