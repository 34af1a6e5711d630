"""The command line: every command through its entry point."""
