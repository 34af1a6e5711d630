"""Automatic arrangement in layers: which column, which order within it, and how high."""
