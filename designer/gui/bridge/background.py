"""Work beside the main thread, with its results delivered on the main thread.

One thread pool and one queued signal. Of several requests with the same key only the newest is answered, so that a slow
check of an old document never overwrites that of a new one.
"""

import contextlib
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from threading import Event, Lock
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

_Result = TypeVar("_Result")
_Item = TypeVar("_Item")
_THREADS = 4


class AbandonedError(Exception):
    """Nobody waits for this work any more; it ends where it reports next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Delivery:
    """Something to call on the main thread, unless a newer request with the key was made."""

    key: str
    number: int
    call: Callable[[], None]
    is_last: bool


class Background(QObject):
    """Run work in threads; with one thread, in the order in which it was asked for."""

    busy_changed = Signal(bool)
    failed = Signal(object)
    """An exception that the one who asked for the work does not take himself."""
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None, threads: int = _THREADS) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="designer")
        self._newest: dict[str, int] = {}
        self._open: set[tuple[str, int]] = set()
        self._futures: set[Future[None]] = set()
        self._closed = Event()
        self._sending = Lock()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Say whether something works, or waits to be delivered."""
        return bool(self._open)

    def run(
        self,
        key: str,
        work: Callable[[], _Result],
        done: Callable[[_Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Call `work` in a thread, then `done` with its result (or `failed`) here."""
        self.stream(key, lambda _: work(), _ignore, done, failed)

    def stream(
        self,
        key: str,
        work: Callable[[Callable[[_Item], None]], _Result],
        each: Callable[[_Item], None],
        done: Callable[[_Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Call `work` in a thread with a function that reports items; `each` is called here with every item."""
        if self._closed.is_set():
            return
        number = self._newest[key] = self._newest.get(key, 0) + 1
        self._open.add((key, number))
        if len(self._open) == 1:
            self.busy_changed.emit(len(self._open) > 0)

        def report(item: _Item) -> None:
            if self._closed.is_set() or self._newest[key] != number:
                raise AbandonedError
            self._send(_Delivery(key=key, number=number, call=lambda: each(item), is_last=False))

        def task() -> None:
            last = self._outcome(lambda: work(report), done, failed)
            self._send(_Delivery(key=key, number=number, call=last, is_last=True))

        future = self._pool.submit(task)
        self._futures.add(future)
        future.add_done_callback(self._futures.discard)

    def forget(self, key: str) -> None:
        """Let the answer to a request go; a stream ends at its next report."""
        if key in self._newest:
            self._newest[key] += 1

    def finish(self) -> None:
        """Wait until everything that was asked for is done; what is to be called here is called later."""
        wait(tuple(self._futures))

    def close(self) -> None:
        """Give everything up; what has not begun never does."""
        with self._sending:
            self._closed.set()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _outcome(
        self, work: Callable[[], _Result], done: Callable[[_Result], None], failed: Callable[[Exception], None] | None
    ) -> Callable[[], None]:
        try:
            result = work()
        except AbandonedError:
            return lambda: None
        except Exception as err:  # noqa: BLE001 - whatever broke in the thread is told on the main thread
            problem = err
            tell = failed or self.failed.emit
            return lambda: tell(problem)
        return lambda: done(result)

    def _send(self, delivery: _Delivery) -> None:
        # The window may be about to go while a thread still works: nothing is sent from then on.
        with self._sending, contextlib.suppress(RuntimeError):
            if not self._closed.is_set():
                self._arrived.emit(delivery)

    def _deliver(self, delivery: _Delivery) -> None:
        if delivery.is_last:
            self._open.discard((delivery.key, delivery.number))
            if not self._open:
                self.busy_changed.emit(len(self._open) > 0)
        if not self._closed.is_set() and self._newest.get(delivery.key) == delivery.number:
            delivery.call()


def _ignore(_: object) -> None:
    """Take an item that nobody wants."""
