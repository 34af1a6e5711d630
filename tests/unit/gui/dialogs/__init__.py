"""Tests of designer/gui/dialogs."""
