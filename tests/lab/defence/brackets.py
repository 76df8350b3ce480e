"""Brackets of no image in particular."""

from advgui.core.defences.certificates.live import ValidBracket


def bracket(proven: float = 0.026, attacked: float = 0.048) -> ValidBracket:
    """Of both ends, in L-infinity."""
    return ValidBracket("linf", 3, proven, attacked, None, "branch and bound")
