import io

from materials import link, material
from rich.console import Console

from furphy.export.dossier.material import Material
from furphy.export.dossier.terminal import show

HOSTILE = "[red]x[/red] \x1b[31m \u202edesrever <script>"


def shown(given: Material, **options: object) -> str:
    to = io.StringIO()
    show(given, Console(file=to, width=120, **options))  # type: ignore[arg-type]  # fields by name
    return to.getvalue()


def test_the_tree_tells_kind_score_outlet_and_time() -> None:
    text = shown(material(["a", "b"], [link(0, 1, "revision", 0.87)]))
    line = next(each for each in text.splitlines() if "reworded" in each)
    assert "0.87" in line
    assert "Outlet 1" in line
    assert "2024-03-12 09:00" in line


def test_a_pipe_gets_no_colours() -> None:
    assert "\x1b" not in shown(material(["a b c", "a b d"], []))


def test_what_differs_is_told_without_colour() -> None:
    assert "⟨drowned⟩" in shown(material(["seven people died", "seven people drowned"], []))


def test_a_hostile_title_and_text_steer_nothing() -> None:
    given = material([HOSTILE, f"{HOSTILE} b"], [link(0, 1, "revision")], titles={0: HOSTILE})
    text = shown(given, force_terminal=False)
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert "[red]x[/red]" in text


def test_a_chain_longer_than_the_stack_is_told() -> None:
    links = [link(each, each + 1, "forward") for each in range(300)]
    assert "Outlet 300" in shown(material(["a"] * 301, links, hours=[None] * 301))
