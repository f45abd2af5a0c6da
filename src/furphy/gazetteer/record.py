"""What a source of places gives, and an index of them is built from."""

from dataclasses import dataclass

from furphy.model.place import Place


@dataclass(frozen=True, slots=True)
class Name:
    """One form by which a place is known."""

    text: str
    language: str | None = None
    """BCP 47, with a script where the source tells it; None where it tells none."""
    weight: float = 1.0
    """How usual the form is for the place, from 0 to 1: the main name 1, a demonym less."""


@dataclass(frozen=True, slots=True)
class Record:
    """A place with all the forms of its name."""

    place: Place
    names: tuple[Name, ...]
    """At least one."""
    course: tuple[tuple[float, float], ...] = ()
    """Points (latitude, longitude) along a river or coast, where the source has them."""
