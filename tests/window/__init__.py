"""Tests through the whole window."""
