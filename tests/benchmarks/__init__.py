"""Measurements: run by hand for figures, and once in small by the tests so that they keep working."""
