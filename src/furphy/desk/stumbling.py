"""What is said of a document where a mistake of ours came to light, or the machine fell short."""

import errno

from furphy.errors import without_passwords

_SHORT = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EMFILE, errno.ENFILE}


def reason_of(error: BaseException) -> str:
    """Return the reason that a mistake of ours leaves behind."""
    told = f"furphy stumbled over it, please report: {type(error).__name__}: {error}"
    return without_passwords(told)


def is_shortage(error: BaseException) -> bool:
    """Tell whether the machine ran out of something, which says nothing about the document."""
    return isinstance(error, OSError) and error.errno in _SHORT
