"""Definitions that exist already, in any of the three formats, as documents."""
