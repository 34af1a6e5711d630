"""Tests of single parts, in the tree of the code."""
