"""A news page written by hand, with all that surrounds an article on the web."""

PARAGRAPHS = (
    "A fire broke out at the river port on Sunday, the regional administration said.",
    "Officials said that nobody was hurt and that the cause was being looked into by prosecutors.",
    "A spokesman for the port said that two warehouses had burned before it was put out.",
    "Shipping on the river was expected to go on as usual from Monday, the administration added.",
)


def page(body: str, head: str = "", title: str = "Fire at the river port | The Weekly") -> str:
    """Return a page with a menu, a footer, and this body between them."""
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>
<main><article><h1>Fire at the river port</h1>{body}</article></main>
<footer><p>Copyright The Weekly. All rights reserved.</p></footer></body></html>"""


def story(extra: str = "", head: str = "") -> str:
    """Return a page with the four paragraphs, and something after the second."""
    written = [f"<p>{words}</p>" for words in PARAGRAPHS]
    return page("\n".join([*written[:2], extra, *written[2:]]), head)
