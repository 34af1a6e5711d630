"""Tests of designer/gui/actions."""
