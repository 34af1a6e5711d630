"""The panels around the canvas; each takes data by methods and tells events by signals."""
