"""Tests of designer/gui/panels."""
