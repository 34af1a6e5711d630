"""What may be placed on the canvas: kinds, their ports, settings and the calls they make."""
