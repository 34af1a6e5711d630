"""What each AWS call needs to be allowed, as tables."""
