"""A run and its steps, told in the terms of the canvas."""
