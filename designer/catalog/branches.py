"""The flow outputs that have names of ours."""

THEN = "then"
ELSE = "else"
ERROR = "error"
"""The flow output of a task by which control goes on when it fails."""
