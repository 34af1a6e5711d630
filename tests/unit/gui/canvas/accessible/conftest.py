"""A canvas that is read, and somebody who listens."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from designer.gui.canvas.accessible.installing import install_interfaces
from tests.unit.gui.canvas.accessible.hearing import Heard, listening


@pytest.fixture(scope="package", autouse=True)
def installed(qapp: QApplication) -> None:
    install_interfaces()


@pytest.fixture
def heard() -> Iterator[list[Heard]]:
    with listening() as events:
        yield events
