"""Pages of which one is seen; the others wait, since to make a form takes longer than to fill it in."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class PageStack(QWidget):
    """Show one of several pages, with the room that this one alone needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None
        self._kept: set[QWidget] = set()

    def show_page(self, page: QWidget, *, keep: bool) -> None:
        """Show a page in the place of another; one that is not kept is gone as soon as another is shown."""
        before, self._shown = self._shown, page
        if before is page:
            return
        if keep:
            self._kept.add(page)
        if self._column.indexOf(page) < 0:
            self._column.addWidget(page)
        if before is not None and before not in self._kept:
            before.deleteLater()
        if before is not None:
            before.hide()
        page.show()

    def forget(self) -> None:
        """Keep no page any more; the one that is seen stays until another is shown."""
        for page in self._kept:
            if page is not self._shown:
                page.deleteLater()
        self._kept.clear()
