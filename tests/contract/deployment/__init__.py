"""Starters, deployed to the sandbox through the same use cases as to any account."""
