"""Sequences of which each item is made when it is asked for."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar, overload

Item = TypeVar("Item")


class OnDemand(Sequence[Item]):
    """A sequence whose items take time or room: thirty thousand texts are not made for one."""

    @abstractmethod
    def made(self, place: int) -> Item:
        """Return the item at a place, from 0."""

    def fetch(self, places: Sequence[int]) -> None:
        """Have some items ready that will be asked for, where that is quicker for many at once."""

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...
    def __getitem__(self, place: int | slice) -> Item | Sequence[Item]:
        """Return one item, or some."""
        if isinstance(place, slice):
            return [self.made(each) for each in range(*place.indices(len(self)))]
        return self.made(place)


class Some(OnDemand[Item]):
    """Some items of a sequence, by their places in it."""

    def __init__(self, of: Sequence[Item], places: Sequence[int]) -> None:
        self._of = of
        self._places = places

    def made(self, place: int) -> Item:
        """Return one of them."""
        return self._of[self._places[place]]

    def __len__(self) -> int:
        return len(self._places)
