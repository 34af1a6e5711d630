"""What a screen reader can walk of the canvas: its nodes and their ports, its wires, notes and frames."""
