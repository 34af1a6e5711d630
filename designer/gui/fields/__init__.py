"""The editors of settings."""
