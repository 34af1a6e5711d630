"""Icons in any colour and size, drawn once and kept."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from designer.graph.colours import NoteLook
from designer.graph.icon_files import Group, icon_text
from designer.gui.theme.colors import color
from designer.gui.theme.metrics import ICON
from designer.gui.theme.theme import Theme

_SHARPNESS = 2
"""Icons are drawn with this many times their pixels, so that they stay sharp on dense screens."""


@cache
def icon_renderer(group: Group, name: str, ink: str) -> QSvgRenderer:
    """Return what draws an icon in a colour at any size."""
    text = icon_text(group, name).replace("currentColor", ink)
    return QSvgRenderer(QByteArray(text.encode()))


@cache
def icon_pixmap(group: Group, name: str, ink: str, pixels: int) -> QPixmap:
    """Return an icon as a square pixmap with that many physical pixels."""
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    icon_renderer(group, name, ink).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


def action_icon(name: str, theme: Theme) -> QIcon:
    """Return the icon of an action for buttons and menus."""
    icon = QIcon(_dense("actions", name, theme.ink.text))
    icon.addPixmap(_dense("actions", name, theme.ink.text), QIcon.Mode.Selected)
    icon.addPixmap(_dense("actions", name, theme.ink.border), QIcon.Mode.Disabled)
    return icon


def kind_icon(kind: str, theme: Theme, category: str = "") -> QIcon:
    """Return the icon of a kind in the colour of its category."""
    drawn = _dense("kinds", kind, theme.ink.category(category) if category else theme.ink.text)
    icon = QIcon(drawn)
    # Without a picture of its own, what is selected would be tinted in the colour of the selection.
    icon.addPixmap(drawn, QIcon.Mode.Selected)
    return icon


def swatch(look: NoteLook) -> QIcon:
    """Return a square in the colours of a note."""
    pixmap = QPixmap(QSize(ICON, ICON) * _SHARPNESS)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color(look.border), _SHARPNESS))
    painter.setBrush(color(look.fill))
    painter.drawRoundedRect(QRectF(pixmap.rect()).adjusted(3, 3, -3, -3), 5, 5)
    painter.end()
    pixmap.setDevicePixelRatio(_SHARPNESS)
    return QIcon(pixmap)


def _dense(group: Group, name: str, ink: str) -> QPixmap:
    pixmap = QPixmap(icon_pixmap(group, name, ink, ICON * _SHARPNESS))
    pixmap.setDevicePixelRatio(_SHARPNESS)
    return pixmap
