"""Unit tests of the sandbox: interpreter."""
