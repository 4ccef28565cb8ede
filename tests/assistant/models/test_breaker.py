"""A server that keeps failing is left alone, and tried again with one request."""

from assistant.models.breaker import Breaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_opens_tries_once_and_closes_again() -> None:
    clock = Clock()
    breaker = Breaker(failures=2, seconds=30, clock=clock)
    breaker.failed()
    assert breaker.admits()
    breaker.failed()
    assert breaker.open
    assert not breaker.admits()
    clock.now = 31
    assert breaker.admits()
    assert not breaker.admits(), "one request tries, the others wait for what becomes of it"
    breaker.failed()
    clock.now = 60
    assert not breaker.admits()
    clock.now = 62
    assert breaker.admits()
    breaker.succeeded()
    assert breaker.admits()
    assert not breaker.open


def test_a_try_that_never_ends_does_not_shut_the_server_out() -> None:
    clock = Clock()
    breaker = Breaker(failures=1, seconds=30, clock=clock)
    breaker.failed()
    clock.now = 31
    assert breaker.admits()
    clock.now = 62
    assert breaker.admits()


def test_a_success_forgets_the_failures_before_it() -> None:
    breaker = Breaker(failures=2)
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert breaker.admits()
