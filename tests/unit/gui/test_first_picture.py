from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from designer.gui.first_picture import FirstPicture


def test_it_comes_once_and_after_the_window_was_painted(qtbot: QtBot) -> None:
    painted: list[str] = []

    class Painted(QWidget):
        @override
        def paintEvent(self, _: object) -> None:
            painted.append("paint")

    window = Painted()
    qtbot.addWidget(window)
    first = FirstPicture(window)
    first.came.connect(lambda: painted.append("came"))

    window.show()
    qtbot.waitUntil(lambda: "came" in painted)
    window.repaint()
    window.hide()
    window.show()
    qtbot.wait(50)

    assert painted[0] == "paint"
    assert painted.count("came") == 1
