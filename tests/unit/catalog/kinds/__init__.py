"""Tests of the kinds, one file each."""
