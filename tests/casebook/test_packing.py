import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.casebook.packing import content_id, digest, packed, unpacked


@given(st.binary())
def test_what_is_packed_comes_back(data: bytes) -> None:
    assert unpacked(packed(data)) == data


KEPT = packed(b"The road is closed." * 9)


@pytest.mark.parametrize("data", [KEPT[:-1], KEPT + b"x", b"", b"The road"])
def test_what_was_cut_or_added_to_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="not what was packed"):
        unpacked(data)


def test_an_id_is_made_of_values_and_their_order() -> None:
    ids = {content_id("a", "b"), content_id("b", "a"), content_id("ab"), content_id("a", None)}
    assert len(ids) == 4
    assert all(len(each) == 32 for each in ids)
    assert content_id("\ud800") == content_id("\ud800")
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
