"""The picture of a pipeline as an image of pixels, for files and for previews."""

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from designer.catalog.kind import Kind
from designer.document.model import Document
from designer.graph.picture import svg


def render_image(document: Document, kinds: Mapping[str, Kind], *, dark: bool = False, scale: float = 2.0) -> QImage:
    """Draw the whole document; `scale` is pixels for each scene unit."""
    renderer = QSvgRenderer(QByteArray(render_svg(document, kinds, dark=dark)))
    size = renderer.defaultSize() * scale
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return image


def render_svg(document: Document, kinds: Mapping[str, Kind], *, dark: bool = False) -> bytes:
    """Return the picture as an SVG file."""
    return svg(document, kinds, dark=dark).encode()


def render_png(document: Document, kinds: Mapping[str, Kind], *, dark: bool = False, scale: float = 2.0) -> bytes:
    """Return the picture as a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(render_image(document, kinds, dark=dark, scale=scale))
    return bytes(content.data())
