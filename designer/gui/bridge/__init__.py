"""Between the session and the rest: background work, live checks, autosave, accounts."""
