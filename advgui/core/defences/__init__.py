"""The defences: input transforms in front of a network."""
