"""Tests of designer/gui/language."""
