"""How a run is told to end before its time."""


class Stop(Exception):
    """Thrown into a run to end it now and keep what it has: the best step, or the network."""
