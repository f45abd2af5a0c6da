import random

import numpy as np
import pytest
from matching.worded import put

from furphy.matching.grouping import Judged, grouped
from furphy.matching.proposition import Proposition
from furphy.model.claim import ContradictionKind

SAID = [
    ("en", "A missile struck the railway station in Kramatorsk on Monday, killing 12 people."),
    ("ru", "В понедельник ракета попала в вокзал в Краматорске, погибли 12 человек."),
    ("uk", "У понеділок ракета влучила у вокзал у Краматорську, загинули 12 людей."),
    ("zh", "周一，一枚导弹击中克拉马托尔斯克火车站，造成12人死亡。"),
    ("en", "A missile struck the railway station in Kramatorsk on Monday, killing 40 people."),
    ("en", "No one was hurt when a bridge collapsed near Odesa."),
    ("zh", "敖德萨附近一座大桥倒塌，无人受伤。"),
    ("en", "The harvest of wheat in Kansas fell by 4 percent."),
]


def said() -> list[Proposition]:
    return [put(text, language, at) for at, (language, text) in enumerate(SAID)]


def parts(of: list[Proposition], judged: Judged = Judged()) -> set[frozenset[str]]:  # noqa: B008 - it is frozen
    found = grouped(of, judged)
    return {frozenset(of[at].text for at in claim.members) for claim in found.claims}


def test_claims_hold_what_says_the_same_in_any_language() -> None:
    found = grouped(said())
    assert [claim.members for claim in found.claims] == [(0, 1, 2, 3), (4,), (5, 6), (7,)]


def test_every_proposition_is_in_one_claim() -> None:
    found = grouped(said())
    members = [at for claim in found.claims for at in claim.members]
    assert sorted(members) == [*range(len(SAID))]
    assert all(claim.centre in claim.members for claim in found.claims)


def test_contradictions_are_handed_out_with_their_pairs() -> None:
    found = grouped(said())
    kinds = {each.contradiction.kind for each in found.conflicts if 4 in each.pair}
    assert kinds == {ContradictionKind.NUMBER}


def test_what_shares_little_more_than_its_subject_contradicts_nothing() -> None:
    found = grouped(
        [
            put(
                "The foundation is not registered in Lagos as a charity that may collect money.",
                document=1,
            ),
            put(
                "The office of charities in Lagos has been investigating the foundation.",
                document=2,
            ),
        ]
    )
    assert found.conflicts == ()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_input_makes_no_difference(seed: int) -> None:
    shuffled = said()
    random.Random(seed).shuffle(shuffled)  # noqa: S311 (no secret)
    assert parts(shuffled) == parts(said())


def test_a_chain_of_likenesses_does_not_join_what_cannot_both_hold() -> None:
    bare = put("A missile struck the railway station in Kramatorsk on Monday.", document=9)
    found = grouped([*said(), bare])
    (of_twelve,) = (claim for claim in found.claims if 0 in claim.members)
    assert 4 not in of_twelve.members


def test_people_overrule() -> None:
    together = parts(said(), Judged(same=frozenset({(0, 7)})))
    assert any({SAID[0][1], SAID[7][1]} <= each for each in together)
    apart = parts(said(), Judged(different=frozenset({(0, 1)})))
    assert not any({SAID[0][1], SAID[1][1]} <= each for each in apart)


def test_copies_are_one_however_many() -> None:
    found = grouped([put(SAID[0][1], document=at) for at in range(3_000)])
    assert [len(claim.members) for claim in found.claims] == [3_000]


def test_copies_that_people_judged_apart_stay_apart() -> None:
    copies = [put(SAID[0][1], document=at) for at in range(3)]
    found = grouped(copies, Judged(different=frozenset({(0, 1)})))
    assert not any({0, 1} <= {*claim.members} for claim in found.claims)


def test_nothing_makes_no_claims() -> None:
    assert grouped([]).claims == ()


class _Constant:
    """A model that takes all texts for one."""

    @property
    def name(self) -> str:
        return "constant"

    def of(self, texts: list[str], language: str) -> np.ndarray:
        return np.tile(np.array([[1.0, 0.0]], dtype=np.float32), (len(texts), 1))


def test_vectors_alone_join_nothing() -> None:
    found = grouped(said(), vectors=_Constant())  # type: ignore[arg-type]  # no more of a model than is asked for
    assert not any({0, 7} <= {*claim.members} for claim in found.claims)
