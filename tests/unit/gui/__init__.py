"""Tests of the window's parts, each alone."""
