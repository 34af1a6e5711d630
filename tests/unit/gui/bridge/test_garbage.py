"""Python's collector stays off the threads beside the main one."""

import gc

import pytest

from designer.gui.bridge.garbage import MainThreadGarbage

pytestmark = pytest.mark.usefixtures("qapp")


class Loop:
    """Something that only the collector can take away."""

    alive = 0

    def __init__(self) -> None:
        self.itself = self
        Loop.alive += 1

    def __del__(self) -> None:
        Loop.alive -= 1


def test_python_does_not_collect_by_itself_until_it_is_given_back() -> None:
    garbage = MainThreadGarbage()
    during = gc.isenabled()

    garbage.give_back()

    assert not during
    assert gc.isenabled()


def test_what_is_due_is_collected_when_the_timer_asks() -> None:
    garbage = MainThreadGarbage()
    for _ in range(gc.get_threshold()[0] * 2):
        Loop()
    before = Loop.alive

    garbage.collect()

    assert before > 0
    assert Loop.alive < before
    garbage.give_back()


def test_what_is_kept_is_not_looked_at_again_before_the_window_is_left() -> None:
    garbage = MainThreadGarbage()
    for _ in range(gc.get_threshold()[0] * 2):
        Loop()
    before = Loop.alive

    garbage.keep()
    garbage.collect()
    kept = Loop.alive
    garbage.give_back()
    gc.collect()

    assert kept == before
    assert Loop.alive < before
