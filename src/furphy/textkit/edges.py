"""Cut what does not belong to a stretch off its edges."""

from furphy.model.text import Span


def trimmed(text: str, span: Span, before: str, after: str) -> Span:
    """Return a span without the blanks and these characters at its start and its end.

    A stretch of nothing else becomes an empty span.
    """
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in before):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in after):
        end -= 1
    return Span(start, end)
