"""What to check first in a reading, and why."""

from furphy.desk.check_rules import RULES
from furphy.desk.survey import survey
from furphy.export.visible import on_one_line
from furphy.export.wording import DERIVATION, findings
from furphy.model.assertion import AssertionKind
from furphy.model.check import Check, Reason
from furphy.model.reading import Reading

# An opinion can be misquoted, but there is nothing in it to be found false.
_CHECKABLE = {AssertionKind.REPORT, AssertionKind.PREDICTION, AssertionKind.QUESTION}

_DERIVED_WEIGHT = 6
"""Above any single rule: whoever holds the original need not check the copy."""


def first_checks(reading: Reading) -> tuple[Check, ...]:
    """Return what deserves a look, most pressing first; of equals, what stands first."""
    found = _whole(reading) + _passages(reading)
    return tuple(sorted(found, key=lambda check: -check.weight))


def _whole(reading: Reading) -> list[Check]:
    reasons = {
        each.target: Reason(
            f"derived-{each.kind.value}",
            f"the text {DERIVATION[each.kind]} “{on_one_line(each.target)}”: read that first",
            _DERIVED_WEIGHT,
            (each.span,) if each.span else (),
        )
        for each in reversed(reading.document.derived_from)
        if each.target is not None
    }
    return [Check(None, (reason,)) for reason in reversed(reasons.values())]


def _passages(reading: Reading) -> list[Check]:
    found: list[Check] = []
    known = survey(reading)
    for index in findings(reading):
        assertion = reading.assertions[index]
        if assertion.kind not in _CHECKABLE:
            continue
        reasons = [reason for rule in RULES if (reason := rule(known, assertion))]
        if reasons:
            heaviest_first = sorted(reasons, key=lambda reason: -reason.weight)
            found.append(Check(index, tuple(heaviest_first)))
    return found
