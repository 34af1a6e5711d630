"""What stands on the canvas: one item per node, edge, frame and note, each of which paints itself."""
