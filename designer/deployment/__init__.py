"""A template to a plan to what is applied."""
