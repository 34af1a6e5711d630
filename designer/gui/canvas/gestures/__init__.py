"""What the mouse does on the canvas, one gesture a file."""
