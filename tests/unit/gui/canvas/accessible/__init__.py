"""Tests of the canvas, with real events on a view that is not on a screen."""
