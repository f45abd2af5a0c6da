"""The errors furphy raises on purpose.

FurphyError
├── PipelineError         stages stand in an order that cannot work (a mistake of ours)
├── LexiconError          a file of words is malformed (a mistake of ours, or of who extends it)
├── CasebookError         a casebook cannot be used as asked; the message names it and the way back
│   ├── NotACasebook          there is nothing there, or something else
│   ├── CasebookTooNew        a newer furphy made it
│   ├── CasebookDamaged       its file is broken
│   └── CasebookUnavailable   it cannot be reached or written now: full disk, read-only, locked
└── InputError            something given to furphy cannot be read (a fact about the input)
    ├── UnreadableDocument    no reader can turn these bytes into text
    ├── TooLarge              more bytes than furphy is allowed to take
    ├── BadJudgement          about nothing that is there, or not what can be judged of it
    ├── Overtaken             something was judged since, unseen by whoever judges now
    ├── BadSeal               a seal or a key that cannot be read
    ├── BundleTooNew          a newer furphy made the bundle
    └── FetchRefused          an address that may not, or could not, be fetched

What a document merely *says* badly is never an error: it becomes a note on its reading.
No message repeats a password that stands in an address, whoever wrote the message.
"""

import re

_PASSWORDS = (
    # Up to the last "@" before the path: one that was not written as %40 belongs to the password.
    (re.compile(r"(\w://[^\s:/?#@]*):[^\s/]*@"), r"\1:***@"),
    (re.compile(r"([?&]\w*password=)[^\s&]+", re.IGNORECASE), r"\1***"),
)


def without_passwords(text: str) -> str:
    """Return a text with *** in place of the passwords in addresses that it holds."""
    for pattern, shown in _PASSWORDS:
        text = pattern.sub(shown, text)
    return text


class FurphyError(Exception):
    """Anything furphy raises on purpose."""

    def __init__(self, message: str = "") -> None:
        super().__init__(without_passwords(message))


class PipelineError(FurphyError):
    """The stages stand in an order that cannot work."""


class LexiconError(FurphyError):
    """A file of words is malformed; the message names the file and the line."""


class CasebookError(FurphyError):
    """A casebook cannot be used as asked; the message names it and says what to do."""


class NotACasebook(CasebookError):  # noqa: N818  (a noun reads better here)
    """There is no casebook there, or it is something else."""


class CasebookTooNew(CasebookError):  # noqa: N818  (a noun reads better here)
    """A newer furphy made it; the message names the version."""


class CasebookDamaged(CasebookError):  # noqa: N818  (a noun reads better here)
    """Its file is broken; the message tells the way back."""


class CasebookUnavailable(CasebookError):  # noqa: N818  (a noun reads better here)
    """It cannot be reached or written now; what was stored before is kept."""


class InputError(FurphyError):
    """Something given to furphy cannot be read; the message names it and says why."""


class UnreadableDocument(InputError):  # noqa: N818  (a noun reads better here)
    """No reader can turn these bytes into text."""


class TooLarge(InputError):  # noqa: N818  (a noun reads better here)
    """More bytes than furphy is allowed to take."""


class FetchRefused(InputError):  # noqa: N818  (a noun reads better here)
    """An address that may not, or could not, be fetched."""


class BadJudgement(InputError):  # noqa: N818  (a noun reads better here)
    """A judgement about nothing that is in the casebook, or one that makes no sense there."""


class BundleTooNew(InputError):  # noqa: N818  (a noun reads better here)
    """A newer furphy made the bundle; the message names the version."""


class BadSeal(InputError):  # noqa: N818  (a noun reads better here)
    """A file that should hold a seal or a key of Ed25519, and does not."""


class Overtaken(InputError):  # noqa: N818  (a participle reads better here)
    """Something was judged since; whoever judges has to see it first."""
