"""Plans and what becomes of them, against a stack engine of a few lines."""
