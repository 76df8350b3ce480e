"""How long work takes on this machine, as earlier work of its kind has taken here."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import isfinite
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


@dataclass(frozen=True, slots=True)
class Paces:
    """The seconds that a unit of each kind took the last times, kinds from old to new."""

    rates: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    def seconds(self, work: Work) -> float | None:
        """What work will take, by the middle one of what it took; None where none was done."""
        known = self.rates.get(work.kind)
        return None if known is None else sorted(known)[len(known) // 2] * work.units

    def learned(self, work: Work, seconds: float) -> "Paces":
        """With one more that was done; what says nothing is left out."""
        rate = seconds / work.units if work.units > 0 else 0.0
        if rate <= 0 or not isfinite(rate):
            return self
        others = {kind: one for kind, one in self.rates.items() if kind != work.kind}
        newest = (*self.rates.get(work.kind, ()), rate)[-REMEMBERED:]
        kept = list(others.items())[1 - KINDS :]
        return replace(self, rates={**dict(kept), work.kind: newest})

    def text(self) -> str:
        """All of it in a line, for ``paces_of``."""
        short = {kind: [float(f"{r:.4g}") for r in rates] for kind, rates in self.rates.items()}
        return json.dumps(short)


def paces_of(text: object) -> Paces:
    """Those in a text; never raises, of rubbish there are none."""
    try:
        found = json.loads(text) if isinstance(text, str) else {}
    except (ValueError, RecursionError):
        return Paces()
    paces = Paces()
    for kind, rates in found.items() if isinstance(found, dict) else ():
        for rate in rates if isinstance(rates, list) else ():
            if isinstance(rate, float | int) and len(kind) <= _LONGEST:
                paces = paces.learned(Work(kind), float(rate))
    return paces


def kind_of(what: str, method: Method, network: Network, *more: object) -> str:
    """The kind of work that a method with its settings, but its effort, does with a network."""
    rows = [row.name for row in parameter_table(method) if row.role not in _ROLES]
    settings = settings_of(method)
    behind = [defence.name for defence in defences_of(network)]
    parts = [what, method.name, *more, bare_of(network).full_name, *behind]
    parts += [f"{name}={settings[name]}" for name in rows]
    return " ".join(map(str, parts))[:_LONGEST]


def about(seconds: float) -> str:
    """A time as one expects it, in round numbers: 3 s, 25 s, 1 min 30 s."""
    step = next((step for end, step in _STEPS_S if seconds < end), _MINUTE_S)
    return duration(step * round(seconds / step))


def about_words(seconds: float | None) -> str:
    """What is said before work begins."""
    if seconds is None:
        return UNKNOWN
    return tr("About {time} on this machine").format(time=about(seconds))


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
