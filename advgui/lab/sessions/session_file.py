"""A session on disk: its parts written in one file, and read again with nothing run or trusted."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from advgui import __version__
from advgui.core.attacks.problem import Flags
from advgui.core.attacks.world.region_file import region_of, region_rows
from advgui.core.disk.reading import read_bytes
from advgui.core.errors import BadInput, SessionFileError
from advgui.core.images import LABELS, SIZE
from advgui.core.json_text import shown
from advgui.core.language import tr
from advgui.core.limits import SESSION_BYTES, SESSION_RUNS
from advgui.lab.attack.state import Aim
from advgui.lab.preferences import Preferences, preferences, stored
from advgui.lab.runs.kept_run import KeptRun
from advgui.lab.runs.runs import PINS, Runs
from advgui.lab.sessions.fields import Fields
from advgui.lab.sessions.members import (
    DRAWING,
    HEAD,
    Members,
    Part,
    ZipMembers,
    write_zip,
)
from advgui.lab.sessions.session import Session
from advgui.lab.sessions.stored_artefacts import read_artefacts
from advgui.lab.sessions.stored_artefacts import stored as stored_artefacts
from advgui.lab.sessions.stored_drawing import drawing_bytes, stored_history
from advgui.lab.sessions.stored_networks import Behind, read_networks, reference
from advgui.lab.sessions.stored_networks import stored as stored_networks
from advgui.lab.sessions.stored_poisonings import read_poisonings
from advgui.lab.sessions.stored_poisonings import stored as stored_poisonings
from advgui.lab.sessions.stored_run import MOST, read_run, run_parts

FAMILY: Final = "advgui session "
FORMAT: Final = f"{FAMILY}1"
#: With what was learned once, which older versions do not know.
WITH_ARTEFACTS: Final = f"{FAMILY}2"
#: With what came of a poisoned training.
WITH_POISONINGS: Final = f"{FAMILY}3"
#: What of the settings belongs to whoever looks, or stands elsewhere in the session.
_OWN: Final = ("theme", "zoom", "network", "pen")
_MOST_PLACES: Final = 50


def save_session(session: Session, path: Path) -> None:
    """Write a session in one piece. Raises SessionFileError or NetworkFileError where it cannot."""
    write_zip(path, session_parts(session))


def session_parts(session: Session) -> Iterator[Part]:
    """All parts, the one that tells of the others first."""
    told, networks = stored_networks(session.networks)
    learned, artefacts = stored_artefacts(session.artefacts)
    poisoned, poisonings = stored_poisonings(session.poisonings)
    yield HEAD, head_bytes(session, told, learned, poisoned)
    yield DRAWING, drawing_bytes(session.history)
    yield from networks
    yield from artefacts
    yield from poisonings
    for kept in session.runs:
        yield from run_parts(kept)


def load_session(path: Path) -> Session:
    """Read a session that ``save_session`` wrote.

    Raises SessionFileError, naming the file, where it is missing, damaged, something else, or
    of a newer advgui.
    """
    content = read_bytes(path, SessionFileError, SESSION_BYTES)
    try:
        return read_session(ZipMembers(content))
    except (BadInput, ValueError) as error:
        raise SessionFileError(f"{path.name}: {str(error).removesuffix('.')}.") from error


def read_session(members: Members) -> Session:
    """The session of these parts; ValueError or BadInput says what is wrong with them."""
    head = Fields.parsed(members.packed(HEAD).unpacked(), HEAD)
    _require_known(head.text("format"))
    networks = read_networks(head, members)
    behind = Behind(networks)
    return Session(
        history=stored_history(members.packed(DRAWING).unpacked()),
        runs=_runs(head, members, behind),
        network=behind.named(head.object("network")),
        networks=tuple(networks.values()),
        artefacts=read_artefacts(head, members),
        poisonings=read_poisonings(head, members),
        chosen=_chosen(head),
        aware=head.flag("aware"),
        region=_region(head),
        aim=_aim(head),
        looked_at=head.whole("looked_at", 1, MOST) if "looked_at" in head else None,
        places=_places(head),
    )


def head_bytes(
    session: Session,
    networks: list[dict[str, Any]],
    artefacts: list[dict[str, Any]],
    poisonings: list[dict[str, Any]],
) -> bytes:
    """The part that tells of all others, and of what may change at any moment."""
    runs = session.runs
    settings = {name: v for name, v in stored(session.chosen).items() if name not in _OWN}
    head = {
        "format": WITH_POISONINGS if poisonings else WITH_ARTEFACTS if artefacts else FORMAT,
        "version": __version__,
        "network": reference(session.network),
        "networks": networks,
        **({"artefacts": artefacts} if artefacts else {}),
        **({"poisonings": poisonings} if poisonings else {}),
        "settings": settings,
        "aware": session.aware,
        "region": None if session.region is None else region_rows(session.region),
        "aim": session.aim,
        "runs": [[kept.number, kept.run.selected, kept.run.shown] for kept in runs],
        "latest": runs.latest,
        "pins": list(runs.pins),
        "looked_at": session.looked_at,
        "places": dict(session.places),
    }
    return json.dumps(head, allow_nan=False).encode()  # with an indent it is ten times the work


def _require_known(written: str) -> None:
    if written in (FORMAT, WITH_ARTEFACTS, WITH_POISONINGS):
        return
    if written.startswith(FAMILY):
        raise ValueError(tr("a session of a newer advgui than this"))
    raise ValueError(tr("no session of advgui"))


def _chosen(head: Fields) -> Preferences:
    """The settings, of which one that is not usable any more is as at first."""
    plain: Mapping[str, Any] = head.object("settings").plain
    return preferences({name: value for name, value in plain.items() if name not in _OWN})


def _runs(head: Fields, members: Members, behind: Behind) -> Runs:
    rows = head.items("runs", SESSION_RUNS)
    kept = tuple(_looked_at(row, members, behind) for row in rows)
    numbers = [one.number for one in kept]
    if numbers != sorted(set(numbers)):
        raise ValueError(tr("its runs are not in their order"))
    latest = head.whole("latest", max(numbers, default=0), MOST)
    pins = [pin for pin in head.items("pins", PINS) if pin in numbers]
    return Runs(kept=kept, latest=latest, pins=tuple(dict.fromkeys(pins)))


def _looked_at(row: object, members: Members, behind: Behind) -> KeptRun:
    """A run at the lane and the step that were looked at last."""
    match row:
        case [int(number), int(selected), None | int() as step]:
            kept = read_run(number, members, behind)
            if not 0 <= selected < kept.run.lanes:
                raise ValueError(
                    tr("run {number}: it has no goal number {selected}").format(
                        number=number, selected=selected
                    )
                )
            held = kept.run.recording.held
            shown_step = step if step is None or step in held else None
            return replace(kept, run=replace(kept.run, selected=selected, shown=shown_step))
    raise ValueError(
        tr("{head}: runs has {row}, which tells of none").format(head=HEAD, row=shown(row))
    )


def _region(head: Fields) -> Flags | None:
    if "region" not in head:
        return None
    region = region_of(head.plain["region"])
    if region is None or region.shape != (SIZE, SIZE):
        raise ValueError(
            tr("{head}: its region is no picture of {size} x {size} signs").format(
                head=HEAD, size=SIZE
            )
        )
    return np.ascontiguousarray(region)


def _aim(head: Fields) -> Aim | None:
    match head.plain.get("aim"):
        case None:
            return None
        case "every":
            return "every"
        case "away":
            return "away"
    return head.whole("aim", 0, LABELS - 1)


def _places(head: Fields) -> dict[str, str]:
    found = head.object("places")
    if len(found.plain) > _MOST_PLACES:
        raise ValueError(
            tr("{head}: more than {most} places are looked at").format(head=HEAD, most=_MOST_PLACES)
        )
    return {name: found.text(name) for name in found.plain}
