"""Tests of what may be placed."""
