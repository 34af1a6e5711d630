"""Definitions written by others as input."""
