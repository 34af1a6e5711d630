"""Distances of the window, in pixels that Qt scales with the screen."""

SPACE = 8
"""The unit of all gaps and margins."""
GAP_SMALL = 4
GAP = 8
GAP_LARGE = 16
RADIUS = 6
FIELD_HEIGHT = 30
ROW_HEIGHT = 36
ICON = 18
TEXT = 13
TEXT_SMALL = 11
TEXT_TITLE = 15
