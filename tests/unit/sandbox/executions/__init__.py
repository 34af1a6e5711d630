"""Unit tests of the sandbox: executions."""
