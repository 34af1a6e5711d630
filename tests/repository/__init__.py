"""The house's habits, kept by tests: sizes, names, versions, and what may be imported when."""
