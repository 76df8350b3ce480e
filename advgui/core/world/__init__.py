"""What a print and a camera do to an image, as arithmetic that a gradient goes back through."""
