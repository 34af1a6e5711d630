"""The palette and style sheet of a theme, set on the whole application."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from designer.graph.colours import Ink
from designer.gui.theme.colors import color, mixed
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.metrics import RADIUS, TEXT
from designer.gui.theme.theme import Theme

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def apply_theme(application: QApplication, theme: Theme, rules: str = "") -> None:
    """Give the application the Fusion style, this theme's palette, the interface font, and more rules of style.

    Every widget is looked at anew each time that one of these is set, so nothing is set that holds already.
    """
    if not application.styleSheet():
        application.setStyle("Fusion")
        application.setFont(ui_font(TEXT))
    application.setPalette(make_palette(theme.ink))
    application.setStyleSheet(style_sheet(theme.ink) + rules)


def make_palette(ink: Ink) -> QPalette:
    """Return every role explicitly: a palette made from one colour gives black fields in the dark."""
    palette = QPalette()
    roles = {
        _Role.Window: ink.card,
        _Role.WindowText: ink.text,
        _Role.Base: ink.card,
        _Role.AlternateBase: ink.canvas,
        _Role.Text: ink.text,
        _Role.PlaceholderText: ink.muted,
        _Role.Button: ink.card,
        _Role.ButtonText: ink.text,
        _Role.BrightText: ink.error,
        _Role.ToolTipBase: ink.text,
        _Role.ToolTipText: ink.card,
        _Role.Highlight: ink.accent,
        _Role.HighlightedText: "#FFFFFF",
        _Role.Link: ink.accent,
        _Role.LinkVisited: ink.accent,
        _Role.Accent: ink.accent,
        _Role.Light: ink.card,
        _Role.Midlight: ink.canvas,
        _Role.Mid: ink.border,
        _Role.Dark: ink.border,
        _Role.Shadow: ink.shadow,
    }
    for role, text in roles.items():
        palette.setColor(role, color(text))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        palette.setColor(_Group.Disabled, role, mixed(ink.muted, ink.card, 0.35))
    palette.setColor(_Group.Disabled, _Role.Highlight, color(ink.border))
    return palette


def style_sheet(ink: Ink) -> str:
    """Return the few rules that a palette cannot say."""
    hover = mixed(ink.card, ink.text, 0.06).name()
    pressed = mixed(ink.card, ink.text, 0.12).name()
    muted = mixed(ink.muted, ink.card, 0.35).name()
    return f"""
QToolTip {{ background: {ink.text}; color: {ink.card}; border: 0; padding: 5px 8px; border-radius: {RADIUS}px; }}
QToolBar {{ background: {ink.card}; border: 0; border-bottom: 1px solid {ink.border}; spacing: 2px; padding: 4px 6px; }}
QToolButton {{ border: 1px solid transparent; border-radius: {RADIUS}px; padding: 4px 6px; }}
QToolButton[discloses="true"] {{ padding: 4px 6px 4px 0; }}
QToolButton[discloses="true"]:checked {{ background: transparent; }}
QToolButton:focus {{ border-color: {ink.accent}; }}
QPushButton {{
  background: {ink.card}; border: 1px solid {ink.border}; border-radius: {RADIUS}px; padding: 5px 12px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {pressed}; }}
QPushButton:focus {{ border-color: {ink.accent}; }}
QPushButton:disabled {{ color: {muted}; }}
QPushButton:flat {{ border-color: transparent; padding: 5px 8px; }}
QPushButton:flat:focus {{ border-color: {ink.accent}; }}
QPushButton:default {{ background: {ink.accent}; border-color: {ink.accent}; color: #FFFFFF; }}
QPushButton:default:hover, QPushButton:default:focus {{ border-color: {ink.text}; }}
QPushButton:default:disabled {{ background: {pressed}; border-color: {ink.border}; color: {muted}; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {pressed}; }}
QToolButton#fold {{ padding: 3px; }}
QToolButton#fold:checked {{ background: transparent; }}
QToolButton#fold:hover, QToolButton#fold:focus, QToolButton#sign:focus {{ background: {hover}; }}
QMainWindow::separator {{ background: {ink.border}; width: 1px; height: 1px; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {{
  background: {ink.card}; border: 1px solid {ink.border}; border-radius: {RADIUS}px; padding: 4px 8px;
  selection-background-color: {ink.accent}; selection-color: #FFFFFF; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {{
  border-color: {ink.accent}; }}
QComboBox QLineEdit {{ background: transparent; border: 0; padding: 0; }}
QComboBox::drop-down {{ border: 0; width: 20px; }}
QMenu {{ background: {ink.card}; border: 1px solid {ink.border}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {hover}; color: {ink.text}; }}
QMenu::separator {{ height: 1px; background: {ink.border}; margin: 4px 8px; }}
QTabBar::tab {{ padding: 7px 12px; border: 0; border-bottom: 2px solid transparent; color: {ink.muted}; }}
QTabBar::tab:hover {{ color: {ink.text}; }}
QTabBar::tab:selected {{ color: {ink.text}; border-bottom-color: {ink.accent}; }}
QTabBar::tab:selected:focus {{ color: {ink.accent}; background: {hover}; }}
QTabWidget::pane {{ border: 0; border-top: 1px solid {ink.border}; }}
QHeaderView::section {{ background: {ink.card}; color: {ink.muted}; border: 0; padding: 5px 8px; }}
QStatusBar {{ background: {ink.card}; border-top: 1px solid {ink.border}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {ink.border}; border-radius: 3px; min-height: 28px; min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
"""
