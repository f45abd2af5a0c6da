"""The words of markup that no tree can be made of: nested without end, or broken beyond repair."""

from html.parser import HTMLParser

from furphy.ingest.body import Part

_SILENT = {"script", "style", "template", "head", "noscript"}
_INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span"}
    | {"strong", "sub", "sup", "time", "u"}
)


class _Words(HTMLParser):
    """Gathers text as it streams by; keeps no tree, so nothing can be too deep for it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._words: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._silent and tag in _SILENT:
            self._silent = tag
        self._break_at(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        self._break_at(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self._break_at("")

    def _break_at(self, tag: str) -> None:
        if tag in _INLINE:
            return
        if line := " ".join("".join(self._words).split()):
            self.lines.append(line)
        self._words = []


def flat(markup: str) -> list[Part]:
    """Return the lines of text in some markup, in order, scripts and styles left out."""
    words = _Words()
    words.feed(markup)
    words.close()
    return [(line, None) for line in words.lines]
