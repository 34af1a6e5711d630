"""An error in an event of Qt is reported, and does not end the program.

Before Python 3.12 an exception that was raised by C code (`min(())`) is a bare text until somebody catches it, and PySide6
6.11 reads that text as an exception when it leaves an overridden method: a segmentation fault. Catching it once makes an
exception of it.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")


def raises_well(method: Callable[_P, _R]) -> Callable[_P, _R]:
    """Let an exception leave the method as one that Qt's binding can take."""

    @wraps(method)
    def called(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return method(*args, **kwargs)
        except Exception:  # noqa: TRY203 - catching is the point, see above
            raise

    return called
