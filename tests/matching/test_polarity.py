import pytest
from matching.test_of_readings import document
from matching.worded import held, kind, put

from furphy.matching.of_readings import propositions
from furphy.matching.polarity import contrary
from furphy.model.claim import ContradictionKind
from furphy.reading.pipeline import read

Side = tuple[str, str]

ARSON = ("en", "Investigators did not rule out that the fire in Kemi was arson.")
LIFTED = ("en", "India lifted its ban on onion exports on 4 May.")
HIT = ("uk", "Українські безпілотники уразили склад боєприпасів під Єльнею.")
COURT = ("en", "The court in Lahore overturned the conviction of the minister.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(ARSON, ("ru", "Следователи исключили поджог в Кеми."), id="ruled out"),
        pytest.param(ARSON, ("zh", "调查人员排除了凯米火灾系人为纵火的可能。"), id="排除"),
        pytest.param(LIFTED, ("en", "India banned onion exports on 4 May."), id="lifted a ban"),
        pytest.param(
            HIT,
            ("uk", "Влучання безпілотників у склад боєприпасів під Єльнею не було."),
            id="there was none",
        ),
        pytest.param(
            HIT, ("zh", "叶利尼亚附近弹药库遭乌克兰无人机击中的消息不属实。"), id="不属实"
        ),
        pytest.param(COURT, ("ru", "Суд в Лахоре оставил в силе приговор министру."), id="upheld"),
        pytest.param(
            ("en", "Egypt freed 47 detained journalists."),
            ("en", "Egypt detained 47 journalists."),
            id="detained before",
        ),
        pytest.param(
            ("en", "The fire destroyed the market in Osh."),
            ("ru", "Пожар не затронул рынок в Оше."),
            id="a verb that the vocabulary lacks",
        ),
        pytest.param(
            ("en", "9,000 residents of Pavlodar have heating."),
            ("ru", "9000 жителей Павлодара остались без отопления."),
            id="without",
        ),
    ],
)
def test_one_says_that_it_is_not_so(one: Side, other: Side) -> None:
    for pair in ((one, other), (other, one)):
        ours, theirs = (put(text, language) for language, text in pair)
        assert contrary(ours, theirs) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(ARSON, ("zh", "调查人员说，凯米大火可能是纵火。"), id="not ruled out"),
        pytest.param(LIFTED, ("uk", "Індія скасувала заборону на експорт цибулі."), id="undone"),
        pytest.param(LIFTED, ("zh", "印度取消洋葱出口禁令。"), id="undone in Chinese"),
        pytest.param(
            ("zh", "沙特辟谣：没有驱逐加拿大大使。"),
            ("en", "Saudi Arabia did not expel the Canadian ambassador."),
            id="a rumour refuted by a negation",
        ),
        pytest.param(
            ("zh", "议会不顾抗议通过法律。"), ("en", "Parliament passed the law."), id="不顾"
        ),
        pytest.param(
            ("en", "Police seized fake passports."),
            ("ru", "Полиция изъяла поддельные паспорта."),
            id="what is fake is no denial",
        ),
    ],
)
def test_both_have_it_alike(one: Side, other: Side) -> None:
    ours, theirs = (put(text, language) for language, text in (one, other))
    assert contrary(ours, theirs) is None


def test_the_detail_of_a_denial_has_the_sides_in_order() -> None:
    denied = put("The ministry denied that rebels captured Goma.")
    told = put("Rebels captured Goma.")
    found = contrary(denied, told), contrary(told, denied)
    assert [each.detail for each in found if each] == [
        "denied | put forward",
        "put forward | denied",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Spain refused to return the painting.", False, id="told by its own words"),
        pytest.param("The ministry denied that rebels captured Goma.", True, id="denied"),
    ],
)
def test_a_denial_counts_once(text: str, expected: bool) -> None:
    """A cue within the words of what is said was counted as theirs and as the source's."""
    made = max(propositions(read(document(text)), 0), key=lambda each: len(each.span))
    assert made.negative is expected


def test_a_denial_within_what_is_said_is_seen() -> None:
    text = "The ministry ruled out that the fire was arson."
    made = max(propositions(read(document(text)), 0), key=lambda each: len(each.span))
    assert made.negative


def test_denials_are_contradictions() -> None:
    found = held(HIT, ("uk", f"Губернатор спростував, що {HIT[1][0].lower()}{HIT[1][1:]}"))
    assert kind(found) is ContradictionKind.POLARITY
