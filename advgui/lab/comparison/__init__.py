"""One image shown to every network, and every network's attack to all others."""
