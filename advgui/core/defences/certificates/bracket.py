"""What is known of an image's radius: proven below, attacked above."""

from dataclasses import dataclass

from advgui.core.defences.certificates.reach import Floats, Norm


@dataclass(frozen=True, slots=True, eq=False)
class Bracket:
    """No change below ``proven`` alters the label; one of ``attacked`` does.

    Both are in ``norm``, of pixels in [0, 1]. ``attacked`` is infinite and ``change`` (784,)
    is 0 while no such image is known. ``parts`` is how many parts were looked at so far.
    """

    norm: Norm
    proven: float
    attacked: float
    change: Floats
    parts: int = 0

    @property
    def share(self) -> float:
        """How much of what is attacked is proven, in [0, 1]; 1 is the exact radius."""
        if self.attacked == 0:
            return 1.0
        return min(self.proven / self.attacked, 1.0)
