"""What an attack has learned once, and what is told of it: arrays and a card."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.errors import ParameterError
from advgui.core.images import LABELS, SIZE, Array, Bytes, Labels, quantise, to_floats
from advgui.core.language import tr
from advgui.core.lists import listed
from advgui.core.parameters import Value
from advgui.core.printable import printable

if TYPE_CHECKING:
    from advgui.core.attacks.fitted.base import FittedAttack

#: More of anything is not counted.
_MOST: Final = 10**9


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

    @classmethod
    def from_dict(cls, values: object) -> "ArtefactCard":
        """A card from plain values by name; names that it does not have are ignored.

        Raises ValueError, which tells of all values that it cannot have.
        """
        if not isinstance(values, dict):
            raise ValueError(tr("its card is no table of names and values"))
        known = {f.name: values[f.name] for f in fields(cls) if f.name in values}
        card = cls(**known)
        told = isinstance(values.get("data", ""), str)
        problems = [] if told else [tr("its data is not a text")]
        problems += [
            tr("its {name} is no count").format(name=name)
            for name in _COUNTS
            if not _is_count(card, name)
        ]
        problems += [
            tr("its {name} is no share").format(name=name)
            for name in _SHARES
            if not _is_share(card, name)
        ]
        if problems:
            raise ValueError(
                tr("its card is damaged: {problems}").format(problems=listed(problems))
            )
        return replace(card, data=printable(card.data))


_COUNTS: Final = ("images", "unseen", "done", "total")
_SHARES: Final = ("rate", "noise_rate")


def _is_count(card: ArtefactCard, name: str) -> bool:
    value = getattr(card, name)
    return type(value) is int and 0 <= value <= _MOST


def _is_share(card: ArtefactCard, name: str) -> bool:
    value = getattr(card, name)
    if value is None:
        return name == "noise_rate"
    return type(value) in (int, float) and 0 <= value <= 1


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
                raise ParameterError(
                    tr("The attack {method} needs a goal when it is worn.").format(
                        method=self.method
                    )
                )
            return None
        if not late:
            raise ParameterError(
                tr("The attack {method} takes no goal once it was learned.").format(
                    method=self.method
                )
            )
        wanted = np.broadcast_to(np.asarray(goals, np.int64), (count,))
        if not ((wanted >= 0) & (wanted < LABELS)).all():
            raise ParameterError(tr("A goal is a label from 0 to 9."))
        return wanted
