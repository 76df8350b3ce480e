"""The sheet, its pen and eraser, and the gallery."""
