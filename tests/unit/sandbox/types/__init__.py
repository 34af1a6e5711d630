"""Unit tests of the sandbox: types."""
