"""An error in an event of Qt is reported, and does not end the program.

PySide6 6.11 damages its memory when an exception leaves an overridden method on Python 3.11: `min(())` in a mouse event is
a segmentation fault, at once or at the next garbage collection. So none may leave.
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import TracebackType
from typing import ParamSpec, TypeVar

from designer.gui.language.words import tr

_P = ParamSpec("_P")
_R = TypeVar("_R")


def reports_errors(method: Callable[_P, None]) -> Callable[_P, None]:
    """Hand an exception of an overridden event method to `sys.excepthook` instead of to Qt."""

    @wraps(method)
    def called(*args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            method(*args, **kwargs)
        except Exception:  # noqa: BLE001 - whatever it is, it must not reach the binding
            sys.excepthook(*sys.exc_info())

    return called


def reports_errors_or(
    answer: Callable[[], _R],
) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """Do the same for an overridden method that Qt wants an answer from: it gets this one."""

    def decorate(method: Callable[_P, _R]) -> Callable[_P, _R]:
        @wraps(method)
        def called(*args: _P.args, **kwargs: _P.kwargs) -> _R:
            try:
                return method(*args, **kwargs)
            except Exception:  # noqa: BLE001 - whatever it is, it must not reach the binding
                sys.excepthook(*sys.exc_info())
                return answer()

        return called

    return decorate


def tell_of_faults(tell: Callable[[str], None]) -> None:
    """Say in the window, too, that the program has a fault; what it is goes to the terminal as before."""
    print_it = sys.excepthook

    def report(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        print_it(kind, fault, trace)
        told = tr("A fault of the program, not yours ({}: {}). Your pipeline is kept; please report it.")
        tell(told.format(kind.__name__, fault))

    sys.excepthook = report
