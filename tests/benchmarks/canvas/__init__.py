"""How fast the canvas is, beside NodeGraphQt on the same graphs."""
