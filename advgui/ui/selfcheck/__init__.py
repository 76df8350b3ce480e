"""Whether an installation works, told in a line."""
