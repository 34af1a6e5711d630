"""Templates around engines."""
