"""Whole parts of the program against the other side that they talk to."""
