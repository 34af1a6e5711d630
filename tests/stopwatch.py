"""How long something takes, whatever else the machine and the tests before have left to do."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def small_heap() -> Iterator[None]:
    """Leave what earlier tests allocated out of every collection meanwhile; it costs a second of CPU time otherwise."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def quickest(act: Callable[[], object], runs: int = 3) -> float:
    """Return the CPU seconds of this thread in the quickest of some runs."""
    with small_heap():
        return min(_seconds(act) for _ in range(runs))


def _seconds(act: Callable[[], object]) -> float:
    begun = time.thread_time()
    act()
    return time.thread_time() - begun
