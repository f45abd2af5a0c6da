"""Beliefs in several choices at once, where some of them fit together and most do not.

Sum-product message passing on a factor graph (Kschischang, Frey & Loeliger 2001). It is exact
where the constraints form no circle, which those of a news text seldom do; where they do, a fixed
number of rounds in a fixed order keeps it small and the same every time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, prod

Belief = list[float]
"""Shares of belief in the options of one choice and, last, in none of them; they sum to 1."""

_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Factor:
    """A statement about how some choices go together."""

    scope: tuple[int, ...]
    """The choices it is about."""
    fits: Mapping[tuple[int, ...], float]
    """Options, one a choice, that agree with it, and how well, 0 to 1; no others do."""
    trust: float
    """How probable it is that the statement was read rightly, 0 to 1."""
    gain: float
    """How much more probable a fitting combination is than any, given that it holds."""
    unknown: float = 0.0
    """How well a place fits that is none of the options, the last of every choice."""

    @property
    def floor(self) -> float:
        """What a combination counts that does not fit: only a misreading allows it."""
        return 1.0 - self.trust

    def excess(self, fit: float) -> float:
        """Return what a combination counts that fits so well, over the floor."""
        return self.trust * self.gain * fit


class Net:
    """Choices tied together by factors."""

    __slots__ = ("_factors", "_messages")

    def __init__(self, factors: Iterable[Factor]) -> None:
        self._factors = tuple(factors)
        self._messages: dict[tuple[int, int], Belief] = {}

    def beliefs(self, alone: Sequence[Belief]) -> list[Belief]:
        """Return the belief in each choice, given what was believed without the factors.

        Messages are kept, so that a second call with slightly other beliefs begins where the
        first one ended.
        """
        beliefs = [list(each) for each in alone]
        for (_, choice), message in self._messages.items():
            _multiply(beliefs, choice, message)
        for _ in range(_ROUNDS):
            for number, factor in enumerate(self._factors):
                self._pass(number, factor, beliefs)
        return beliefs

    def _pass(self, number: int, factor: Factor, beliefs: list[Belief]) -> None:
        """Tell each choice of a factor what the others make of it."""
        incoming = [self._without(number, choice, beliefs[choice]) for choice in factor.scope]
        for place, choice in enumerate(factor.scope):
            message = _message(factor, place, incoming)
            beliefs[choice] = normal(
                [mine * says for mine, says in zip(incoming[place], message, strict=True)]
            )
            self._messages[number, choice] = message

    def _without(self, number: int, choice: int, belief: Belief) -> Belief:
        """Return a belief less what this factor put into it."""
        said = self._messages.get((number, choice))
        if said is None:
            return belief
        return normal([mine / says for mine, says in zip(belief, said, strict=True)])


def _message(factor: Factor, place: int, incoming: Sequence[Belief]) -> Belief:
    others = [each for other, each in enumerate(incoming) if other != place]
    known = prod(1.0 - each[-1] for each in others)
    astray = factor.floor + factor.excess(factor.unknown) * (1.0 - known)
    message = [astray] * len(incoming[place])
    message[-1] = factor.floor + factor.excess(factor.unknown)
    for options, fit in factor.fits.items():
        weight = factor.excess(fit)
        for other, option in enumerate(options):
            if other != place:
                weight *= incoming[other][option]
        message[options[place]] += weight
    # Nothing is ruled out for good: the factor may have been misread in spite of its score.
    highest = max(message, default=1.0)
    return [max(each / highest, _LEAST) for each in message]


_LEAST = 1e-6


def _multiply(beliefs: list[Belief], choice: int, message: Belief) -> None:
    beliefs[choice] = normal(
        [mine * says for mine, says in zip(beliefs[choice], message, strict=True)]
    )


def normal(weights: Belief) -> Belief:
    """Return weights scaled to sum to 1; equal shares where all are nought."""
    total = sum(weights)
    if total <= 0.0:
        return [1.0 / len(weights)] * len(weights)
    return [each / total for each in weights]


def shares(logs: Sequence[float]) -> Belief:
    """Return the shares that logarithms of weights stand for (softmax)."""
    highest = max(logs, default=0.0)
    return normal([exp(max(each - highest, -700.0)) for each in logs])
