"""Work that goes on where it was, to the bit, after its process was ended."""
