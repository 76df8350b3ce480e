"""Images of an attack: as tiles side by side, and one or two of them in the large."""
