"""Tests of designer/gui/bridge."""
