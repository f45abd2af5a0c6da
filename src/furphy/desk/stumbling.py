"""What is said of a document where a mistake of ours came to light."""


def reason_of(error: BaseException) -> str:
    """Return the reason that a mistake of ours leaves behind."""
    return f"furphy stumbled over it, please report: {type(error).__name__}: {error}"
