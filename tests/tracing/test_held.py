from furphy.tracing.held import Held, told
from furphy.tracing.memory import Fresh


def test_a_value_is_read_once_and_again_when_another_is_kept() -> None:
    reads: list[bytes] = []

    def decode(data: bytes) -> str:
        reads.append(data)
        return data.decode()

    held = Held(Fresh())
    held.keep("kind", {b"a": b"one", b"b": b"two"})
    for _ in range(2):
        assert told(held, "kind", [b"a", b"c", b"b"], decode) == ["one", None, "two"]
    assert reads == [b"one", b"two"]
    held.keep("kind", {b"a": b"three"})
    assert told(held, "kind", [b"a"], decode) == ["three"]
    held.forget("kind")
    assert told(held, "kind", [b"b"], decode) == ["two"]
    assert reads == [b"one", b"two", b"three", b"two"]


def test_what_is_not_held_is_read_each_time() -> None:
    memory = Fresh()
    memory.keep("kind", {b"a": b"one"})
    assert told(memory, "kind", [b"a", b"b"], bytes.decode) == ["one", None]
