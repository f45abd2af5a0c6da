"""The errors furphy raises on purpose.

FurphyError
├── PipelineError         stages stand in an order that cannot work (a mistake of ours)
├── LexiconError          a file of words is malformed (a mistake of ours, or of who extends it)
└── InputError            something given to furphy cannot be read (a fact about the input)
    ├── UnreadableDocument    no reader can turn these bytes into text
    ├── TooLarge              more bytes than furphy is allowed to take
    └── FetchRefused          an address that may not, or could not, be fetched

What a document merely *says* badly is never an error: it becomes a note on its reading.
"""


class FurphyError(Exception):
    """Anything furphy raises on purpose."""


class PipelineError(FurphyError):
    """The stages stand in an order that cannot work."""


class LexiconError(FurphyError):
    """A file of words is malformed; the message names the file and the line."""


class InputError(FurphyError):
    """Something given to furphy cannot be read; the message names it and says why."""


class UnreadableDocument(InputError):  # noqa: N818  (a noun reads better here)
    """No reader can turn these bytes into text."""


class TooLarge(InputError):  # noqa: N818
    """More bytes than furphy is allowed to take."""


class FetchRefused(InputError):  # noqa: N818
    """An address that may not, or could not, be fetched."""
