"""Who asks, and what they may do."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do; each may also do what those before it may."""

    NOBODY = "nobody"
    """Log in."""
    READER = "reader"
    """Look at everything."""
    ANALYST = "analyst"
    """Add documents, judge, save searches, take on tasks."""
    EDITOR = "editor"
    """Let others in, and hand out tasks."""

    def may(self, asked: "Role") -> bool:
        """Tell whether it is enough for what asks for a role."""
        order = [*Role]
        return order.index(self) >= order.index(asked)


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks."""

    name: str
    """By which their judgements go; empty where it was not told yet."""
    role: Role
    session: str
    """Random; forms are bound to it. Empty where a token stands for a log-in."""
    is_local: bool = False
    """Whether they are the one user of a desk without accounts."""

    @property
    def key(self) -> str:
        """By whose name visits and saved searches are kept."""
        return "local user" if self.is_local else self.name


ROLES = tuple(each.value for each in Role if each is not Role.NOBODY)
"""Roles that an account may have."""
