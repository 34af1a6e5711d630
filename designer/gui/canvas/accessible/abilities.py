"""What an object of the accessibility tree can do beside being read, as Qt asks for it.

Qt asks for an address. PySide6 6.11 takes it as a `VoidPtr` alone, which its stubs call a number: a number, and None as well,
end the program.
"""

from typing import cast

from shiboken6 import Shiboken, VoidPtr, getCppPointer

NO_ABILITY = cast("int", VoidPtr(0))
"""The answer where there is none."""


def no_ability() -> int:
    """Return the answer where there is none, for what fails to find one."""
    return NO_ABILITY


def ability(asked: Shiboken.Object) -> int:
    """Return the address of an action or selection interface, which somebody must keep."""
    return cast("int", VoidPtr(getCppPointer(asked)[0]))


def as_ability(answer: int | None) -> int:
    """Return what Qt's own class answered, which is None where there is none."""
    return NO_ABILITY if answer is None else answer
