"""How the window looks: palettes, fonts and icons, light and dark."""
