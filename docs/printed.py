"""Fill in the parts of the documentation that a program prints: ``python -m docs.printed``.

A part stands between two comments. ``<!-- $ COMMAND -->`` is followed by what the command prints;
with ``<!-- $ COMMAND … LINE -->`` it ends before the first line that begins so.
``<!-- floors -->`` is followed by the measured quality that the gate holds. Each ends with
``<!-- end -->``. A test keeps every part equal to what would be filled in now.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from evaluation.floors import load

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/usage.md")
WIDTH = 88

QUALITY = {
    "who says what: words of what is said, F1": ("polnear-dev", "tokens.content.f1"),
    "… each attribution found, IoU ≥ ½, F1": ("polnear-dev", "iou50.f1"),
    "… found, with the right source, F1": ("polnear-dev", "with_source.f1"),
    "… source, cue and content all exact, F1": ("polnear-dev", "triple.exact.f1"),
    "… share of indirect speech found": ("polnear-dev", "recall.indirect.found"),
    "how firmly: error on a scale of −3 … 3": ("uw-dev", "mae"),
    "… correlation with readers' judgement": ("uw-dev", "r"),
    "… the same, other texts": ("uds-ih2-dev", "r"),
    "where: place names, exact span, F1 (fitted there)": ("lgl", "recognition.exact.f1"),
    "… share of those put within 161 km": ("lgl", "recognised.a161"),
    "… both together, F1": ("lgl", "e2e_f1_161"),
    "… the same, news of outbreaks": ("geovirus", "e2e_f1_161"),
    "misspelt Ukrainian names: right place first, by the test's register": ("misspelt", "top1"),
    "… by the packaged one, whose points are checked": ("misspelt-packaged", "top1"),
    "when: expressions of time, exact span, F1": ("platinum", "strict.f1"),
    "… with the right value, F1": ("platinum", "value.f1"),
    "text of news pages, shingles F1": ("scrapinghub", "shingles.f1"),
    "text of pages of seven kinds, word F1": ("wcxb", "word.f1"),
    "spans that do not re-read": ("polnear-dev", "spans.defects"),
}
"""What the README shows of the floors, in its words: set of data and figure."""

_PART = re.compile(r"(<!-- (\$ .+?|floors) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(page: str) -> str:
    """Return a page with all its printed parts as they would be printed now."""
    return _PART.sub(lambda part: f"{part[1]}{_part(part[2])}\n{part[3]}", page)


def _part(directive: str) -> str:
    if directive == "floors":
        return floors_table()
    command, _, last = directive.removeprefix("$ ").partition(" … ")
    return f"```text\n{printed(command, last)}\n```"


def printed(command: str, last: str = "") -> str:
    """Return what a command of ours prints, up to a line that begins with ``last``."""
    program, *arguments = shlex.split(command)
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    told = subprocess.run(
        [sys.executable, "-m", program, *arguments],
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"COLUMNS": str(WIDTH), "PYTHONPATH": path},
    )
    lines = [line.rstrip() for line in told.stdout.splitlines()]
    ends = [number for number, line in enumerate(lines) if last and line.startswith(last)]
    return "\n".join(lines[: ends[0]] if ends else lines).rstrip()


def floors_table() -> str:
    """Return the floors of the figures in :data:`QUALITY` as a table."""
    floors = load((ROOT / "evaluation" / "floors.json").read_text(encoding="utf-8"))
    rows = ["| what | measured on | held at |", "|---|---|---|"]
    for words, (name, figure) in QUALITY.items():
        bound = floors[name].bounds[figure]
        if bound.limit is not None:
            side = "≤" if bound.falling else "≥"
            rows.append(f"| {words} | {name} | {side} {bound.limit:g} |")
    return "\n".join(rows)


def main() -> None:
    """Write every page anew."""
    for name in PAGES:
        page = ROOT / name
        page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
