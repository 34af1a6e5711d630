"""Faults planted in our own exports: each kind must be found when the export is imported and checked."""
