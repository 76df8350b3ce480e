"""How well networks read, and how well they are fooled, over many images."""
