"""Unit tests of the sandbox: stacks."""
