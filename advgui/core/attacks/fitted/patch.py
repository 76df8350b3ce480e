"""A patch: one small picture that is put over part of any digit, where it does most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.fitted.artefact import Artefact
from advgui.core.attacks.fitted.base import FittedAttack
from advgui.core.attacks.fitted.learning import Learning
from advgui.core.attacks.fitted.places import Place, covered, every_place, inside, put
from advgui.core.attacks.objective import Norm
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Form, Problem
from advgui.core.images import SIZE, Array, Labels, quantise, to_floats
from advgui.core.language import tr
from advgui.core.nn.losses import Rivals
from advgui.core.parameters import parameter
from advgui.core.resuming.checkpoints import Remembered

#: Places are tried so many pixels apart at first.
_APART: Final = 3
#: So many steps at each of them; a third goes on, for twice as many.
_FIRST_STEPS: Final = 5
_A_THIRD: Final = 3
#: A place and the eight around it.
_AROUND: Final = [(down, right) for down in (-1, 0, 1) for right in (-1, 0, 1)]

#: Images of a step while places are compared, of one comparison, and of a step of refitting.
_FEW: Final = 32
_COMPARED: Final = 256
_MANY: Final = 128

#: How far pixels move in a step, and of refitting, where it falls to 0.
_MOVE: Final = 0.2
_REFITTING: Final = 0.1
_MOMENTUM: Final = np.float32(0.9)
_SHARPNESS: Final = 8.0


@dataclass(frozen=True, slots=True)
class Patch(FittedAttack):
    """Learns what a square shows, and where it is put; no pixel beside it changes.

    Every place of a grid is learned at for some steps, the better third goes on for twice as
    many until one is left, and the places around that one are tried; at the best it is refitted.
    """

    name: ClassVar[str] = "patch"
    title: ClassVar[str] = tr("Patch")
    summary: ClassVar[str] = tr("Covers part of any digit with one small picture, made once.")
    source: ClassVar[str] = "Brown et al. 2017, arXiv:1712.09665"
    norm: ClassVar[Norm] = "none"
    #: Away from what is read leads whatever hides it, be it a white square.
    forms: ClassVar[tuple[Form, ...]] = ("targeted",)

    images: int = parameter(
        4000,
        tr("Images"),
        tr("How many of MNIST's training images it learns from."),
        minimum=10,
        maximum=50000,
        scale="log",
    )
    size: int = parameter(
        10, tr("Size"), tr("How many pixels wide and high it is."), minimum=3, maximum=12
    )
    steps: int = parameter(
        100,
        tr("Refitting steps"),
        tr("How many steps it learns in once its place is found."),
        minimum=10,
        maximum=1000,
        scale="log",
        role="effort",
    )

    def total(self) -> int:
        """The steps at all places that are tried, and those of refitting."""
        return sum(places * steps for places, steps in _rounds(self.size)) + self.steps

    def shapes(self) -> Mapping[str, tuple[int, ...]]:
        """What it shows, and the place of its upper left pixel."""
        return {"patch": (self.size, self.size), "place": (2,)}

    def misfit(self, arrays: Mapping[str, Array]) -> str:
        """Whether it shows pixels, and lies on the image."""
        patch, place = arrays["patch"], arrays["place"]
        if not ((patch >= 0) & (patch <= 1)).all():
            return tr("shows what no pixel can")
        fits = (place == np.rint(place)) & (place >= 0) & (place <= SIZE - self.size)
        return "" if fits.all() else tr("does not lie on the image")

    def learn(self, oracle: Oracle, problem: Problem, random: np.random.Generator) -> Learning:
        """Gray in the middle; then the best of the places so far, and what is made of it."""
        return _Search(self, _Fitter(oracle, problem, random))

    def apply(self, artefact: Artefact, images: Array, goals: Labels | None) -> Array:
        """Images with the patch at its place."""
        return put(images, artefact.arrays["patch"], place_of(artefact))


def place_of(artefact: Artefact) -> Place:
    """Where a patch was fitted."""
    top, left = artefact.arrays["place"]
    return int(top), int(left)


def _rounds(size: int) -> list[tuple[int, int]]:
    """How many places are compared in each round, and the steps at each."""
    count, steps, rounds = len(every_place(size, _APART)), _FIRST_STEPS, []
    while count > 1:
        rounds.append((count, steps))
        count, steps = _going_on(count), 2 * steps
    return [*rounds, (len(_AROUND), rounds[-1][1])]


def _going_on(count: int) -> int:
    """How many of so many places go on: a third, and one at least."""
    return max(1, count // _A_THIRD)


class _Search(Learning):
    """Round after round at fewer places, and then at the best one alone."""

    def __init__(self, attack: Patch, fitter: "_Fitter") -> None:
        super().__init__(attack.total())
        self._attack, self._fitter = attack, fitter
        self._rounds = _rounds(attack.size)
        edge = (SIZE - attack.size) // 2
        self._best = _Site.gray((edge, edge), attack.size)
        self._sites = [_Site.gray(place, attack.size) for place in every_place(attack.size, _APART)]

    @property
    def arrays(self) -> Mapping[str, Array]:
        """The best place so far, and what was learned there."""
        return self._best.arrays

    def step(self, number: int) -> None:
        """At one of the places that are compared, or, once they were, at the best."""
        step = number - 1
        for places, steps in self._rounds:
            if step < places * steps:
                self._look(*divmod(step, steps))
                return
            step -= places * steps
        if not step:
            self._settle()
        steps = self._attack.steps
        self._fitter.step(self._best, _MANY, _REFITTING * (1 - step / steps))

    def _look(self, place: int, step: int) -> None:
        """A step at one of the places of a round; before its first the place before is judged."""
        if not step and place:
            self._judge(self._sites[place - 1])
        elif not step and self._begun:
            self._settle()
            self._sites = self._sites if len(self._sites) > 1 else self._sites[0].around()
        self._fitter.step(self._sites[place], _FEW, _MOVE)

    @property
    def _begun(self) -> bool:
        """Whether a round was gone through."""
        return self._best.worth >= 0

    def _settle(self) -> None:
        """A round is over: the better third stays."""
        self._judge(self._sites[-1])
        ordered = sorted(self._sites, key=_worth, reverse=True)
        self._sites = ordered[: _going_on(len(ordered))]
        self._best = self._sites[0]

    def _judge(self, site: "_Site") -> None:
        site.worth = self._fitter.worth(site)
        self._best = max(self._best, site, key=_worth)

    def known(self) -> Remembered:
        """All places of the round, and which of them is the best, if that is among them."""
        at = next((n for n, site in enumerate(self._sites) if site is self._best), None)
        sites, best = _told("sites", self._sites), _told("best", [self._best])
        return Remembered({"best": at}, {**sites, **best})

    def know(self, known: Remembered) -> None:
        """Each with arrays of its own."""
        at = known.values["best"]
        self._sites = _sites("sites", known)
        self._best = _sites("best", known)[0] if at is None else self._sites[int(at)]


@dataclass(slots=True, eq=False)
class _Site:
    """A place, what a patch there has become by now, and the share that it fooled."""

    place: Place
    pixels: Array
    momentum: Array
    worth: float = -1.0

    @classmethod
    def gray(cls, place: Place, side: int) -> "_Site":
        still = np.zeros((side, side), np.float32)
        return cls(place, still + np.float32(0.5), still)

    @property
    def arrays(self) -> dict[str, Array]:
        """The patch as it is put on 8-bit images."""
        valid = to_floats(quantise(self.pixels))
        return {"patch": valid, "place": np.array(self.place, np.float32)}

    def around(self) -> list["_Site"]:
        """The same at this place and at all beside it."""
        top, left = inside(self.place, len(self.pixels), 1)
        places = [(top + down, left + right) for down, right in _AROUND]
        return [_Site(place, self.pixels.copy(), self.momentum.copy()) for place in places]


def _told(name: str, sites: Sequence[_Site]) -> dict[str, Array]:
    """Sites as arrays, a row for each."""
    return {
        f"{name}.place": np.array([site.place for site in sites], np.int64),
        f"{name}.pixels": np.stack([site.pixels for site in sites]),
        f"{name}.momentum": np.stack([site.momentum for site in sites]),
        f"{name}.worth": np.array([site.worth for site in sites], np.float64),
    }


def _sites(name: str, known: Remembered) -> list[_Site]:
    """Those that ``_told`` tells of."""
    rows = (known.arrays[f"{name}.{one}"] for one in ("place", "pixels", "momentum", "worth"))
    return [
        _Site((int(top), int(left)), pixels.copy(), momentum.copy(), float(worth))
        for (top, left), pixels, momentum, worth in zip(*rows, strict=True)
    ]


def _worth(site: _Site) -> float:
    return site.worth


@dataclass(frozen=True, slots=True, eq=False)
class _Fitter:
    """What all places are learned at with."""

    oracle: Oracle
    problem: Problem
    random: np.random.Generator

    def step(self, site: _Site, count: int, move: float) -> None:
        """Signed momentum of the mean gradient over some images that wear it."""
        rows = self.random.integers(len(self.problem.goals), size=count)
        some = self.problem.of(rows)
        worn = put(to_floats(some.originals), site.pixels, site.place)
        slope = Rivals.of(some.goals).slope(_SHARPNESS)
        _, gradient = self.oracle.gradient(worn, slope, of=rows)
        mean = gradient[:, *covered(site.place, len(site.pixels))].mean(axis=0)
        site.momentum *= _MOMENTUM
        site.momentum += mean / max(float(np.abs(mean).mean()), 1e-30)
        site.pixels -= np.float32(move) * np.sign(site.momentum)
        site.pixels.clip(0, 1, out=site.pixels)

    def worth(self, site: _Site) -> float:
        """The share of some images that it fools."""
        rows = self.random.integers(len(self.problem.goals), size=_COMPARED)
        some = self.problem.of(rows)
        worn = put(to_floats(some.originals), site.arrays["patch"], site.place)
        labels = self.oracle.logits(worn, of=rows).argmax(axis=-1)
        return float(some.reached(labels).mean())
