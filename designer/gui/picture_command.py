"""A picture for the command line: Qt draws text only where there is an application, which needs no display for it."""

import os
import sys
from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication

from designer.catalog.kind import Kind
from designer.document.model import Document
from designer.gui.picture import render_png


def png(document: Document, kinds: Mapping[str, Kind], *, dark: bool = False) -> bytes:
    """Return the picture as a PNG file, at two pixels for each scene unit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    picture = render_png(document, kinds, dark=dark)
    del application
    return picture
