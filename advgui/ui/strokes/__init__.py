"""What a person could draw: the changed strokes as a guide, and what one's own drawing comes to."""
