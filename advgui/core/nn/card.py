"""A network's card: what it is, how it was trained and how well it reads."""

from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Final

from advgui.core.language import known, tr
from advgui.core.lists import listed
from advgui.core.printable import printable

TEXTS: Final = (
    "title",
    "architecture",
    "training",
    "data",
    "pen_data",
    "l2_data",
    "robust_data",
    "unaware_data",
    "proven_data",
    "about",
)
NUMBERS: Final = (
    "parameters",
    "seed",
    "epochs",
    "seconds",
    "mnist",
    "pen",
    "l2",
    "fooled",
    "robust",
    "unaware",
    "proven",
)
_GREATEST: Final = 1e15


@dataclass(frozen=True, slots=True)
class Card:
    """What travels with a network's weights; accuracies are shares in [0, 1].

    ``about`` is what has to be known to understand its figures, where there is such a thing.
    ``pen`` is the accuracy on pen digits, drawn as the window draws them, by writers
    named in ``pen_data``. ``l2`` is the mean Euclidean norm of the perturbations with which
    the default attack fools it, ``fooled`` the share of the images of ``l2_data`` that it does
    fool. ``robust`` is the share of test images that is read correctly whatever is done within
    a budget, both told by ``robust_data``; ``unaware`` is the same against one who does not know
    that it was trained to defend, ``proven`` against whatever there is. A figure that was not
    measured is None.
    """

    title: str = ""
    architecture: str = ""
    parameters: int = 0
    training: str = ""
    data: str = ""
    seed: int | None = None
    epochs: int | None = None
    seconds: float | None = None
    mnist: float | None = None
    pen: float | None = None
    pen_data: str = ""
    l2: float | None = None
    fooled: float | None = None
    l2_data: str = ""
    robust: float | None = None
    robust_data: str = ""
    unaware: float | None = None
    unaware_data: str = ""
    proven: float | None = None
    proven_data: str = ""
    about: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The card as plain values, for JSON."""
        return asdict(self)

    @property
    def said(self) -> "Card":
        """The card as it is shown: its texts in the language of this process, if they ship."""
        texts: dict[str, Any] = {name: known(getattr(self, name)) for name in TEXTS}
        return replace(self, **texts)

    @classmethod
    def from_dict(cls, values: object) -> "Card":
        """A card from plain values by name; names that it does not have are ignored.

        Its texts are made printable.

        Raises ValueError, which tells of all values that have the wrong type.
        """
        if not isinstance(values, dict):
            raise ValueError(tr("its card is not a table of names and values"))
        known = {f.name: values[f.name] for f in fields(cls) if f.name in values}
        card = cls(**known)
        wrong = [name for name in TEXTS if not isinstance(getattr(card, name), str)]
        problems = [tr("its {name} is not a text").format(name=name) for name in wrong]
        wrong = [name for name in NUMBERS if not _is_figure(getattr(card, name))]
        problems += [tr("its {name} is not a number").format(name=name) for name in wrong]
        if problems:
            raise ValueError(
                tr("its card is damaged: {problems}").format(problems=listed(problems))
            )
        texts: dict[str, Any] = {name: printable(getattr(card, name)) for name in TEXTS}
        return replace(card, **texts)


def _is_figure(value: object) -> bool:
    """Whether it is a number that can be told, or none."""
    return value is None or (type(value) in (int, float) and abs(value) <= _GREATEST)  # type: ignore[arg-type]
