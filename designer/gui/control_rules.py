"""Style rules for the controls that only the window's panels and dialogs have: buttons, tables, lists, arrows."""

from designer.graph.colours import Ink
from designer.gui.theme.colors import mixed
from designer.gui.theme.metrics import RADIUS


def control_rules(ink: Ink) -> str:
    """Return the rules, to be added to those of the theme."""
    hover = mixed(ink.card, ink.text, 0.06).name()
    pressed = mixed(ink.card, ink.text, 0.12).name()
    selected = mixed(ink.card, ink.accent, 0.16).name()
    faint = mixed(ink.card, ink.border, 0.5).name()
    return f"""
QPushButton {{ background: {ink.card}; border: 1px solid {ink.border}; border-radius: {RADIUS}px; padding: 5px 12px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {pressed}; }}
QPushButton:disabled {{ color: {mixed(ink.muted, ink.card, 0.35).name()}; }}
QPushButton:default {{ border-color: {ink.accent}; }}
QPushButton:flat {{ border: 0; padding: 3px 0; color: {ink.accent}; text-align: left; }}
QTableView, Chooser QListView, QTreeView {{ background: {ink.card}; border: 1px solid {ink.border};
  border-radius: {RADIUS}px; gridline-color: {faint}; outline: 0; }}
QTableView::item, QTreeView::item, Chooser QListView::item {{ padding: 2px 4px; }}
QTableView::item:selected, QTreeView::item:selected, Chooser QListView::item:selected {{
  background: {selected}; color: {ink.text}; }}
QTreeView::item:hover, Chooser QListView::item:hover {{ background: {hover}; }}
QTableView QLineEdit {{ border-radius: 0; padding: 0 4px; }}
QTableView QComboBox {{ border: 0; }}
QDockWidget QTreeView, ProblemsPanel QTableView {{ border: 0; border-radius: 0; }}
QComboBox QLineEdit {{ border: 0; padding: 0; background: transparent; }}
QComboBox::down-arrow {{ width: 0; height: 0; border-left: 4px solid {ink.card}; border-right: 4px solid {ink.card};
  border-top: 5px solid {ink.muted}; margin-right: 8px; }}
QMenuBar {{ background: {ink.card}; }}
QMenuBar::item {{ padding: 5px 9px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {hover}; }}
QCheckBox::indicator {{ width: 15px; height: 15px; }}
"""
