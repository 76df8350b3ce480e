"""The page “In the world”: a wall of what the world makes of an image, a sheet, a photo."""
