"""The drawing and what is read of it, as narrow as can be: beside pages that need the room."""
