"""The drawing: what can be done to it, and the files that it comes from."""
