"""Unit tests of the sandbox: builds."""
