"""What survives a restart, checked value by value: rubbish becomes a default."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from advgui.core.attacks import ATTACKS, DEFAULT, FORMER_NAMES, EvasionAttack
from advgui.core.attacks.problem import CONFIDENCE
from advgui.core.attacks.world.region_file import region_of_text, region_text
from advgui.core.defences import Defence
from advgui.core.digits.rendering import PEN
from advgui.core.formats.stored_defences import KEY as _CHAIN
from advgui.core.formats.stored_defences import stored_defences
from advgui.core.language import LANGUAGES, tr
from advgui.core.parameters import Value, parameter, parameter_table
from advgui.lab.kept_settings import changed, chosen, usable

_REGION: Final = "region"

LARGEST_SEED: Final = 2**31 - 1
THEMES: Final = ("system", "light", "dark")
SPOKEN: Final = ("system", *LANGUAGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a user has chosen. ``network`` is a name, or empty for the default one.

    ``attacks`` holds every attack with its parameters, ``defences`` is what the network stands
    behind, and ``region`` the text of where an attack may change the drawing that keeps to one, or
    empty. ``pen`` is the width of the pen as
    ``rendering.render`` takes it, a fraction of the digit's box.
    """

    network: str = ""
    attack: str = parameter(
        DEFAULT, tr("Attack", "setting"), tr("The chosen attack."), choices=tuple(ATTACKS)
    )
    attacks: Mapping[str, EvasionAttack] = field(
        default_factory=lambda: {name: attack() for name, attack in ATTACKS.items()}
    )
    threshold: float = parameter(0.5, tr("Threshold"), tr("Above it, a pixel is ink."))
    confidence: float = parameter(
        0.0, CONFIDENCE.title, CONFIDENCE.help, maximum=CONFIDENCE.maximum
    )
    seed: int = parameter(0, tr("Seed"), tr("Makes a run repeatable."), maximum=LARGEST_SEED)
    live: bool = parameter(False, tr("Live"), tr("Whether the attack follows the pen."))
    theme: str = parameter("system", tr("Theme"), tr("The window's colours."), choices=THEMES)
    language: str = parameter(
        "system", tr("Language"), tr("What the window speaks."), choices=SPOKEN
    )
    zoom: int = parameter(
        100,
        tr("Zoom"),
        tr("How large text is, in percent of the system's."),
        minimum=80,
        maximum=200,
    )
    bracket_norm: str = parameter(
        "linf",
        tr("Norm"),
        tr("In which it is told what is proven of the drawing."),
        choices=("linf", "l2"),
    )
    map_budget: float = parameter(
        0.1, tr("Budget"), tr("Within which pixels are shown that could flip.")
    )
    defences: tuple[Defence, ...] = ()
    region: str = ""
    pen: float = parameter(PEN, tr("Pen"), tr("The pen's width."), minimum=0.02, maximum=0.4)


def preferences(stored: Mapping[str, object]) -> Preferences:
    """The preferences in a flat mapping of whatever was stored; never raises.

    The keys are the names of the fields, and ``parameters/ATTACK/NAME``. A value of the
    wrong type or out of its range, or one that is missing, is replaced by its default. What
    was stored under a former name of an attack is taken where there is nothing newer.
    """
    return _preferences(_renamed(stored), usable)


def kept_preferences(kept: Mapping[str, object]) -> Preferences:
    """The same of what was kept from one start to the next: old defaults give way to new ones."""
    return _preferences(_renamed(kept), chosen)


def _preferences(
    stored: Mapping[str, object],
    taken: Callable[[type[EvasionAttack], Mapping[str, object], str], dict[str, Any]],
) -> Preferences:
    """By what is ``taken`` of each attack's parameters."""
    network = stored.get("network")
    return Preferences(
        network=network if isinstance(network, str) else "",
        attacks={
            name: kind(**taken(kind, stored, _prefix(name))) for name, kind in ATTACKS.items()
        },
        defences=_defences(stored.get(_CHAIN)),
        region=region_text(region_of_text(stored.get(_REGION))),
        **usable(Preferences, stored),
    )


def kept(preferred: Preferences) -> dict[str, Value | None]:
    """What is kept from one start to the next; None for what is at its default, to be left out."""
    values: dict[str, Value | None] = {**stored(preferred)}
    for name, attack in preferred.attacks.items():
        values |= changed(attack, _prefix(name))
    return values


def stored(preferred: Preferences) -> dict[str, Value]:
    """The flat mapping from which ``preferences`` gives the same preferences again."""
    chain = json.dumps([defence.as_dict() for defence in preferred.defences])
    values: dict[str, Value] = {
        "network": preferred.network,
        _CHAIN: chain,
        _REGION: preferred.region,
    }
    values |= {row.name: getattr(preferred, row.name) for row in parameter_table(Preferences)}
    for name, attack in preferred.attacks.items():
        values |= {f"{_prefix(name)}{key}": value for key, value in attack.settings.items()}
    return values


def _defences(stored: object) -> tuple[Defence, ...]:
    """Those that were stored as JSON; none where one of them is not to be made any more."""
    try:
        return stored_defences({_CHAIN: stored}) if isinstance(stored, str) else ()
    except ValueError:
        return ()


def _renamed(stored: Mapping[str, object]) -> Mapping[str, object]:
    """The same with the names that attacks have now."""
    values = dict(stored)
    for former, name in FORMER_NAMES.items():
        if values.get("attack") == former:
            values["attack"] = name
        for key in [key for key in values if key.startswith(_prefix(former))]:
            values.setdefault(f"{_prefix(name)}{key.removeprefix(_prefix(former))}", values[key])
    return values


def _prefix(attack: str) -> str:
    return f"parameters/{attack}/"
