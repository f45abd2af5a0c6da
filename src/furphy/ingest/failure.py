"""What is left of an input that could not be read."""

from dataclasses import dataclass

from furphy.errors import InputError


@dataclass(frozen=True, slots=True)
class Failure:
    """One input, or one record of an input, that gave no document; the rest goes on."""

    key: str
    """The input's own name, with ``#`` and the line number for a record without an id."""
    reason: str
    """A sentence for people, without the name."""
    error: type[InputError] = InputError
    """Which kind of :class:`InputError` it was."""

    def __str__(self) -> str:
        return f"{self.key}: {self.reason}"
