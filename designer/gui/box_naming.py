"""What a list to choose from is called.

Qt calls it on Linux by what is chosen in it, and lets a reader find what it is for at a label beside it; where none is seen
there is one all the same.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

_ONLY_OWN = Qt.FindChildOption.FindDirectChildrenOnly


class BoxName(QLabel):
    """The name of a list; it is never seen."""

    def __init__(self, box: QComboBox, around: QWidget) -> None:
        super().__init__(around)
        self.hide()
        self.setBuddy(box)


def name_box(box: QComboBox, words: str) -> None:
    """Call a list so; it has been laid into something already."""
    box.setAccessibleName(words)
    around = box.parentWidget() or box
    known = [one for one in around.findChildren(BoxName, options=_ONLY_OWN) if one.buddy() is box]
    (known[0] if known else BoxName(box, around)).setText(words.replace("&", "&&"))
