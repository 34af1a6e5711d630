"""Tests of designer/gui/fields."""
