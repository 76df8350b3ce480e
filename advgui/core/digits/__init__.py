"""From strokes and pictures to the image that a network sees."""
