"""How images are looked at in the viewer, and what of it is remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from advgui.core.language import tr

Mode = Literal["one", "beside", "swipe", "blink"]

#: What they are called, and what they do with the two chosen images.
MODES: Final[Mapping[Mode, tuple[str, str]]] = {
    "one": (tr("One"), tr("One image as large as there is room for")),
    "beside": (tr("Side by side"), tr("Two images side by side")),
    "swipe": (
        tr("Swipe"),
        tr("Two images in one place, and a line between them that can be moved"),
    ),
    "blink": (tr("Blink"), tr("Two images in one place, shown by turns; Space changes them")),
}
_ORIGINAL, _ADVERSARIAL = 0, 2


@dataclass(frozen=True, slots=True)
class Choice:
    """The ``first`` image, the ``second`` beside, below or after it, and how they are shown.

    Images are numbered from 0: original, perturbation, adversarial, thresholded. ``numbers``
    are written in the pixels, and the colours of a perturbation are ``stretched`` over its own
    changes, or the same for all.
    """

    mode: Mode = "one"
    first: int = _ADVERSARIAL
    second: int = _ORIGINAL
    numbers: bool = False
    stretched: bool = False

    @property
    def shown(self) -> tuple[int, ...]:
        """The images that are looked at."""
        return (self.first,) if self.mode == "one" else (self.first, self.second)

    def looking_at(self, first: int) -> "Choice":
        """Another first image; where that was the second, they change places."""
        if first != self.second:
            return replace(self, first=first)
        other = self.first if self.first != first else _ADVERSARIAL - first
        return replace(self, first=first, second=other)

    def against(self, second: int) -> "Choice":
        """Another second image; where that was the first, they change places."""
        if second != self.first:
            return replace(self, second=second)
        return replace(self, first=self.second, second=second)

    def kept(self) -> dict[str, object]:
        """What is remembered."""
        values = {"mode": self.mode, "numbers": self.numbers, "stretched": self.stretched}
        return {f"{_PREFIX}{name}": value for name, value in values.items()}


_PREFIX: Final = "viewer_"


def choice(kept: Mapping[str, object]) -> Choice:
    """What was remembered; whatever is none of it becomes its default."""
    mode: Mode = next((one for one in MODES if one == kept.get(f"{_PREFIX}mode")), "one")
    numbers, stretched = (kept.get(f"{_PREFIX}{name}") is True for name in _SWITCHES)
    return Choice(mode=mode, numbers=numbers, stretched=stretched)


_SWITCHES: Final = ("numbers", "stretched")
