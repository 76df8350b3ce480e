"""How long work takes on this machine, as earlier work of its kind has taken here."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf, isfinite
from typing import Final, NamedTuple

from advgui.core.attacks.base import Method
from advgui.core.defences.defended import bare_of, defences_of
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter_table, settings_of

#: So many of a kind are remembered, the newest, and of so many kinds.
REMEMBERED: Final = 3
KINDS: Final = 100
#: Of a kind's name, which has a network's.
_LONGEST: Final = 160
#: What does not change how long a unit of work takes.
_ROLES: Final = ("budget", "effort", "confidence")
#: Up to so many seconds a time is told in steps of so many.
_STEPS_S: Final = ((10, 1), (60, 5), (600, 30))
_MINUTE_S: Final = 60
UNKNOWN: Final = tr("How long it takes on this machine is not known yet")


class Work(NamedTuple):
    """So many units of a kind, each of which takes about as long as another of that kind."""

    kind: str
    units: float = 1.0


class Expected(NamedTuple):
    """The seconds that work will take, and those that it takes if it does not end early."""

    seconds: float
    most: float


class Pace(NamedTuple):
    """What one time has shown: the seconds of a unit, and how many units there were enough.

    0 says that it did not end before all that were asked for.
    """

    rate: float
    enough: float = 0.0


@dataclass(frozen=True, slots=True)
class Paces:
    """What the last times of each kind have shown, kinds from old to new."""

    known: Mapping[str, tuple[Pace, ...]] = field(default_factory=dict)

    def expected(self, work: Work) -> Expected | None:
        """By the middle one of what is known; None where such work was never done.

        What ended early does so after about as many units again, however many are asked for.
        """
        known = self.known.get(work.kind)
        if known is None:
            return None
        rate = _middle([one.rate for one in known])
        enough = _middle([one.enough or inf for one in known])
        return Expected(rate * min(enough, work.units), rate * work.units)

    def learned(self, work: Work, seconds: float, done: float | None = None) -> "Paces":
        """With one more time; ``done`` are its units where it ended before all of the work."""
        units = work.units if done is None else done
        rate = seconds / units if units > 0 else 0.0
        enough = units if units < work.units else 0.0
        return self.with_pace(work.kind, Pace(rate, enough))

    def with_pace(self, kind: str, pace: Pace) -> "Paces":
        """With one more that is known; what says nothing is left out."""
        if not (pace.rate > 0 and pace.enough >= 0 and isfinite(pace.rate + pace.enough)):
            return self
        others = [(other, one) for other, one in self.known.items() if other != kind]
        newest = (*self.known.get(kind, ()), pace)[-REMEMBERED:]
        return replace(self, known={**dict(others[1 - KINDS :]), kind: newest})

    def text(self) -> str:
        """All of it in a line, for ``paces_of``."""
        return json.dumps(
            {
                kind: [[float(f"{number:.4g}") for number in pace] for pace in paces]
                for kind, paces in self.known.items()
            }
        )


def paces_of(text: object) -> Paces:
    """Those in a text; never raises, of rubbish there are none."""
    try:
        found = json.loads(text) if isinstance(text, str) else {}
    except (ValueError, RecursionError):
        return Paces()
    paces = Paces()
    for kind, known in found.items() if isinstance(found, dict) else ():
        for numbers in known if isinstance(known, list) and len(kind) <= _LONGEST else ():
            if isinstance(numbers, list) and [type(one) for one in numbers] == [float, float]:
                paces = paces.with_pace(kind, Pace(*numbers))
    return paces


def _middle(numbers: Sequence[float]) -> float:
    return sorted(numbers)[len(numbers) // 2]


def kind_of(what: str, method: Method, network: Network, *more: object) -> str:
    """The kind of work that a method with its settings, but its effort, does with a network."""
    rows = [row.name for row in parameter_table(method) if row.role not in _ROLES]
    settings = settings_of(method)
    behind = [defence.name for defence in defences_of(network)]
    parts = [what, method.name, *more, bare_of(network).full_name, *behind]
    parts += [f"{name}={settings[name]}" for name in rows]
    return " ".join(map(str, parts))[:_LONGEST]


def about(seconds: float) -> str:
    """A time as one expects it, in round numbers that are not parted: 3 s, 25 s, 1 min 30 s."""
    step = next((step for end, step in _STEPS_S if seconds < end), _MINUTE_S)
    return duration(step * round(seconds / step)).replace(" ", "\xa0")


def about_words(expected: Expected | None) -> str:
    """What is said before work begins."""
    if expected is None:
        return UNKNOWN
    time, most = map(about, expected)
    if time == most:
        return tr("About {time} on this machine").format(time=time)
    return tr("About {time}, at most {most} on this machine").format(time=time, most=most)


def duration(seconds: float) -> str:
    """A time as people say it: 7 s, 1 min 20 s, 2 h 5 min."""
    whole = max(1, round(seconds))
    if whole < 60:
        return tr("{seconds} s").format(seconds=whole)
    if whole < 3600:
        return _two(whole // 60, "min", whole % 60, "s")
    minutes = round(seconds / 60)
    return _two(minutes // 60, "h", minutes % 60, "min")


def _two(large: int, unit: str, small: int, smaller: str) -> str:
    return f"{large} {unit} {small} {smaller}" if small else f"{large} {unit}"
