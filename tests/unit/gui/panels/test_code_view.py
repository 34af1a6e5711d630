"""Code is shown whole, however it gets there."""

import pytest
from pytestqt.qtbot import QtBot

from designer.gui.panels.code_view import CodeView

_LONG = "\n".join(f'"line": {number}' for number in range(9000))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one line",
        _LONG.replace('"line": 4000', '"other": 4000'),
        _LONG.replace('"line": 4000\n', ""),
        f"{_LONG}\nlast",
        f"first\n{_LONG}",
        _LONG.upper(),
    ],
)
def test_after_another_text_the_view_holds_exactly_that(qtbot: QtBot, text: str) -> None:
    view = CodeView()
    qtbot.addWidget(view)
    view.show_text(_LONG, "json")
    qtbot.waitUntil(lambda: view.is_whole)
    before = view.toPlainText()

    view.show_text(text, "json")
    qtbot.waitUntil(lambda: view.is_whole)

    assert before == _LONG
    assert view.toPlainText() == text


def test_a_text_that_comes_while_another_is_not_yet_whole_takes_its_place(qtbot: QtBot) -> None:
    view = CodeView()
    qtbot.addWidget(view)
    view.show_text(_LONG)

    view.show_text("short")
    qtbot.wait(20)

    assert view.toPlainText() == "short"


def test_a_place_is_found_behind_letters_that_qt_counts_twice(qtbot: QtBot) -> None:
    view = CodeView()
    qtbot.addWidget(view)
    view.show_text("🎈 train")

    assert view.cursor_at(2, 5).selectedText() == "train"
