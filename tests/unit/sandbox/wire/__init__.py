"""Unit tests of the sandbox: wire."""
