"""A run told in the terms of the canvas."""
