"""The document lowered: calls, choices and waits with who runs after whom, and what they need."""
