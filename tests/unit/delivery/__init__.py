"""Artifacts to a folder and to git."""
