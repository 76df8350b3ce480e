"""What an attack has learned once, and what is told of it: arrays and a card."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from advgui.core.errors import ParameterError
from advgui.core.images import LABELS, SIZE, Array, Bytes, Labels, quantise, to_floats
from advgui.core.parameters import Value

if TYPE_CHECKING:
    from advgui.core.attacks.fitted.base import FittedAttack


@dataclass(frozen=True, slots=True)
class ArtefactCard:
    """What an artefact was learned from, and how well it did on digits that it never saw.

    ``images`` digits of ``data`` were learned from, in ``done`` of ``total`` steps. ``rate`` is
    the share in [0, 1] of ``unseen`` other digits, read correctly before, whose valid 8-bit
    image fools while it wears the artefact; ``noise_rate`` the same of random noise of the same
    norm, None where there is no such noise.
    """

    data: str = ""
    images: int = 0
    unseen: int = 0
    done: int = 0
    total: int = 0
    rate: float = 0.0
    noise_rate: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Artefact:
    """What an attack with its settings has learned of a network: plain arrays by name.

    ``goal`` is the label that it was learned for; None where that is any other label than is
    read, or is said when it is worn. ``seed`` makes the same bytes again.
    """

    attack: "FittedAttack"
    arrays: Mapping[str, Array]
    goal: int | None = None
    network: str = ""
    seed: int = 0
    card: ArtefactCard = ArtefactCard()

    @property
    def method(self) -> str:
        """The name of the attack."""
        return self.attack.name

    @property
    def settings(self) -> dict[str, Value]:
        """The parameters that it was learned with."""
        return self.attack.settings

    def apply(self, images: NDArray[Any], goals: int | Labels | None = None) -> Bytes:
        """The valid images that wear it, uint8 of the same shape: (28, 28) or (n, 28, 28).

        The images are uint8, or real numbers in [0, 1]. ``goals`` is one label or (n,), of an
        attack whose goal is said when it is worn. It asks no network for anything. Raises
        ParameterError where a goal is missing, or there is none to be said.
        """
        floats: Array = to_floats(images) if images.dtype == np.uint8 else images
        batch = floats.reshape(-1, SIZE, SIZE)
        made = self.attack.apply(self, batch, self._wanted(goals, len(batch)))
        valid: Bytes = quantise(made).reshape(images.shape)
        return valid

    def _wanted(self, goals: int | Labels | None, count: int) -> Labels | None:
        late = self.attack.goal_when_worn
        if goals is None:
            if late:
                raise ParameterError(f"The attack {self.method} needs a goal when it is worn.")
            return None
        if not late:
            raise ParameterError(f"The attack {self.method} takes no goal once it was learned.")
        wanted = np.broadcast_to(np.asarray(goals, np.int64), (count,))
        if not ((wanted >= 0) & (wanted < LABELS)).all():
            raise ParameterError("A goal is a label from 0 to 9.")
        return wanted
