"""Checks: each rule alone, and all of them together."""
