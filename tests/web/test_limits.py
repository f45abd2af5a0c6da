"""How often somebody may try."""

from furphy.web.limits import TRIES, WITHIN, Limits


def test_after_so_many_failures_one_waits_until_the_first_is_long_past() -> None:
    moment = [0.0]
    limits = Limits(lambda: moment[0])
    for _ in range(TRIES):
        assert limits.wait("name koval") == 0
        limits.failed("name koval", "host 127.0.0.1")
        moment[0] += 1
    assert 0 < limits.wait("name koval") <= WITHIN
    assert limits.wait("name hnat") == 0
    assert limits.wait("name hnat", "host 127.0.0.1") > 0
    moment[0] = WITHIN + 1
    assert limits.wait("name koval") == 0


def test_who_gets_in_begins_anew() -> None:
    limits = Limits()
    for _ in range(TRIES):
        limits.failed("name koval")
    limits.succeeded("name koval")
    assert limits.wait("name koval") == 0
