"""What a person could draw: attacks that change strokes, and nothing that is no ink."""
