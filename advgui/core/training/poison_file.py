"""A poisoned training and what came of it, as plain values and arrays: on disk, never code."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.poisoning import PoisoningAttack, Trigger, Triggered, make_poisoning
from advgui.core.defences.detectors import Catch, make_detector
from advgui.core.images import LABELS, SIZE
from advgui.core.limits import DIGITS
from advgui.core.nn.network import LONGEST_NAME
from advgui.core.printable import printable
from advgui.core.resuming.checkpoints import Arrays
from advgui.core.resuming.work_file import network_in, network_part
from advgui.core.training.poisoned import Look, PoisonOutcome, PoisonTrial, Retrained, Shown
from advgui.core.training.training_file import plan_of, plan_told

_PLAIN_OUTCOME: Final = ("digits", "changed", "victims", "done")
_PLAIN_ANEW: Final = ("detector", "title", "left_out", "poisoned", "clean", "success", "done")
_PLAIN_CATCH: Final = tuple(one.name for one in fields(Catch) if one.name != "flags")
_ROWS: Final = ("hits", "alarms", "missed")


def trial_told(trial: PoisonTrial) -> dict[str, Any]:
    """What was to be trained and poisoned, for JSON."""
    return {
        "plan": plan_told(trial.plan),
        "attack": _attack_told(trial.attack),
        "goal": trial.goal,
        "detectors": [{"name": one.name, "settings": one.settings} for one in trial.detectors],
    }


def trial_of(told: Any) -> PoisonTrial:  # noqa: ANN401 - JSON
    """The trial that this tells of. Raises BadInput, KeyError, TypeError or ValueError."""
    goal = int(told["goal"])
    if not 0 <= goal < LABELS:
        raise ValueError("its goal is no label")
    return PoisonTrial(
        plan=plan_of(told["plan"]),
        attack=_attack_of(told["attack"]),
        goal=goal,
        detectors=tuple(make_detector(one["name"], one["settings"]) for one in told["detectors"]),
    )


def looks_told(looks: tuple[Look, ...]) -> list[list[float | None]]:
    """Looks at both networks, for JSON."""
    return [list(look) for look in looks]


def looks_of(told: Any) -> tuple[Look, ...]:  # noqa: ANN401 - JSON
    """The looks that this tells of. Raises TypeError or ValueError."""
    return tuple(_look(one) for one in told)


def outcome_parts(outcome: PoisonOutcome) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """What is told of an outcome, as JSON, and its arrays. Raises NetworkFileError."""
    twin, arrays_twin = network_part(outcome.twin)
    poisoned, arrays_poisoned = network_part(outcome.poisoned)
    arrays: dict[str, NDArray[Any]] = {"twin": arrays_twin, "poisoned": arrays_poisoned}
    told = {
        "trial": trial_told(outcome.trial),
        "networks": {"twin": twin, "poisoned": poisoned},
        "end": list(outcome.end),
        "catches": [{n: getattr(one, n) for n in _PLAIN_CATCH} for one in outcome.catches],
        "shown": [[at, one.label, one.true] for at, one in outcome.shown.items()],
        "retrained": None,
        **{name: getattr(outcome, name) for name in _PLAIN_OUTCOME},
    }
    for number, catch in enumerate(outcome.catches):
        arrays[f"flags.{number}"] = catch.flags.astype(np.uint8)
    if outcome.shown:
        arrays["shown"] = np.stack([one.image for one in outcome.shown.values()])
    if (anew := outcome.retrained) is not None:
        named, arrays["retrained"] = network_part(anew.network)
        plain = {name: getattr(anew, name) for name in _PLAIN_ANEW}
        told["retrained"] = {**plain, "network": named}
    return told, arrays


def outcome_of(told: Any, arrays: Arrays) -> PoisonOutcome:  # noqa: ANN401 - JSON
    """The outcome that they are of. Raises BadInput, KeyError, TypeError or ValueError."""
    networks = told["networks"]
    return PoisonOutcome(
        trial=trial_of(told["trial"]),
        twin=network_in(networks["twin"], arrays["twin"]),
        poisoned=network_in(networks["poisoned"], arrays["poisoned"]),
        digits=_count(told["digits"]) or 1,
        changed=_count(told["changed"]),
        victims=_count(told["victims"]),
        end=_look(told["end"]),
        catches=tuple(
            _catch(one, arrays[f"flags.{number}"]) for number, one in enumerate(told["catches"])
        ),
        shown=dict(_shown(told["shown"], arrays)),
        done=_share(told["done"]),
        retrained=_retrained(told["retrained"], arrays),
    )


def _attack_told(attack: PoisoningAttack) -> dict[str, Any]:
    rows = [list(row) for row in attack.trigger.rows] if isinstance(attack, Triggered) else None
    return {"name": attack.name, "settings": attack.settings, "trigger": rows}


def _attack_of(told: Mapping[str, Any]) -> PoisoningAttack:
    rows = told["trigger"]
    trigger = None if rows is None else Trigger.from_pixels(rows)
    return make_poisoning(told["name"], told["settings"], trigger)


def _look(told: Any) -> Look:  # noqa: ANN401 - JSON
    epoch, *shares = told
    twin_clean, clean, twin_success, success = shares
    return Look(
        float(epoch),
        _share(twin_clean),
        _share(clean),
        None if twin_success is None else _share(twin_success),
        None if success is None else _share(success),
    )


def _catch(told: Mapping[str, Any], flags: NDArray[Any]) -> Catch:
    caught, right, poisoned = (_count(told[name]) for name in ("caught", "right", "poisoned"))
    hits, alarms, missed = (tuple(map(_count, told[name])) for name in _ROWS)
    if flags.ndim != 1 or caught != np.count_nonzero(flags):
        raise ValueError("what was caught is not what was counted")
    detector, title = (printable(told[name], LONGEST_NAME) for name in ("detector", "title"))
    return Catch(detector, title, caught, right, poisoned, hits, alarms, missed, flags != 0)


def _shown(told: Any, arrays: Arrays) -> list[tuple[int, Shown]]:  # noqa: ANN401 - JSON
    if not told:
        return []
    images = arrays["shown"]
    if images.shape != (len(told), SIZE, SIZE) or images.dtype != np.uint8:
        raise ValueError("the digits that are shown are none")
    rows = zip(told, images, strict=True)
    return [
        (_count(at), Shown(image, _count(label), _count(true))) for (at, label, true), image in rows
    ]


def _retrained(told: Any, arrays: Arrays) -> Retrained | None:  # noqa: ANN401 - JSON
    if told is None:
        return None
    return Retrained(
        detector=printable(told["detector"], LONGEST_NAME),
        title=printable(told["title"], LONGEST_NAME),
        network=network_in(told["network"], arrays["retrained"]),
        left_out=_count(told["left_out"]),
        poisoned=_count(told["poisoned"]),
        clean=_share(told["clean"]),
        success=None if told["success"] is None else _share(told["success"]),
        done=_share(told["done"]),
    )


def _count(value: object) -> int:
    if type(value) is not int or not 0 <= value <= DIGITS:
        raise ValueError("a count is none")
    return value


def _share(value: object) -> float:
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError("a share is none")
    return float(value)
