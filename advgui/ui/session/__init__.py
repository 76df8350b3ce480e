"""What holds the window's state, and the workers beside it, together."""
