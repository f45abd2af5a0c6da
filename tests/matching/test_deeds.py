import pytest
from matching.worded import put

DONE = ("smuggler", "border guard")


def told(language: str, text: str) -> list[tuple[str, str]]:
    made = put(text, language)
    known = {"smuggler", "border guard", "canada", "saudi arabia", "nazi", "spain"}
    return [
        (
            next(iter(known & {*deed.doer.split("+")}), ""),
            next(iter(known & {*deed.undergoer.split("+")}), ""),
        )
        for deed in made.deeds
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "Smugglers shot at border guards.", id="English"),
        pytest.param("en", "Border guards were shot at by smugglers.", id="English passive"),
        pytest.param("ru", "Контрабандисты обстреляли пограничников.", id="Russian"),
        pytest.param("ru", "Пограничников обстреляли контрабандисты.", id="object first"),
        pytest.param("ru", "Пограничники обстреляны контрабандистами.", id="instrumental"),
        pytest.param("uk", "Контрабандисти обстріляли прикордонників.", id="Ukrainian"),
        pytest.param("uk", "Прикордонників обстріляли контрабандисти.", id="object first, uk"),
        pytest.param("uk", "Прикордонників обстріляно контрабандистами.", id="no subject"),
        pytest.param("zh", "走私者袭击了边防人员。", id="Chinese"),
        pytest.param("zh", "边防人员被走私者袭击。", id="被"),
        pytest.param("zh", "走私者向边防人员开枪。", id="向"),
        pytest.param("zh", "走私者将边防人员打死。", id="将"),
        pytest.param("zh", "在纳尔瓦附近，边防人员遭走私者枪击。", id="遭"),
    ],
)
def test_who_does_it_is_told_from_who_has_it_done(language: str, text: str) -> None:
    assert told(language, text) == [DONE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("ru", "Посла Канады выслали из Саудовской Аравии.", id="out of"),
        pytest.param("uk", "Посла Канади видворено з Саудівської Аравії.", id="out of, uk"),
        pytest.param("zh", "西班牙将一幅被纳粹掠走的画作归还。", id="within what qualifies a noun"),
    ],
)
def test_whom_a_preposition_leads_to_does_nothing(language: str, text: str) -> None:
    assert told(language, text) == []


def test_a_preposition_of_a_day_leads_to_no_one_after_it() -> None:
    """The day is taken out: "в среду Канада" is not "in Canada"."""
    told_of = told("ru", "В среду Канада выслала саудовского посла.")
    assert told_of == [("canada", "saudi arabia")]
