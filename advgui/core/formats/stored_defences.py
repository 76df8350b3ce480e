"""The defences that a network is saved with: their names and parameters, as plain values."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

from advgui.core.defences import DEFENCES, Defence, make_defence
from advgui.core.defences.defended import defences_of
from advgui.core.errors import ParameterError
from advgui.core.json_text import JsonError, parse_json, shown
from advgui.core.language import tr
from advgui.core.limits import ACTIVATIONS_AT_ONCE, CHAIN
from advgui.core.lists import offered
from advgui.core.nn.network import Network

#: The name in a file's metadata.
KEY: Final = "defences"
_TOO_MANY: Final = tr("it stands behind {count:,} defences, more than {most}")


def described(network: Network) -> dict[str, str]:
    """What the metadata say of a network's defences; nothing where it has none.

    Raises ValueError where no file may hold them.
    """
    defences = defences_of(affordable(network))
    unknown = [one for one in defences if DEFENCES.get(one.name) is not type(one)]
    if unknown:
        raise ValueError(
            tr("the defence “{title}” is not among those that can be opened").format(
                title=unknown[0].title
            )
        )
    return {KEY: json.dumps([one.as_dict() for one in defences])} if defences else {}


def stored_defences(metadata: Mapping[str, str]) -> tuple[Defence, ...]:
    """The defences that the metadata tell of, the first of which is given the image.

    Raises ValueError where one is not known, or has other parameters than it can have.
    """
    if KEY not in metadata:
        return ()
    try:
        found = parse_json(metadata[KEY])
    except JsonError as error:
        raise ValueError(tr("its defences are {error}").format(error=error)) from error
    return tuple(map(_defence, _few(found)))


def affordable(network: Network) -> Network:
    """The same; ValueError where its defences are too many, or it takes too much memory."""
    defences = defences_of(network)
    if len(defences) > CHAIN:
        raise ValueError(_TOO_MANY.format(count=len(defences), most=CHAIN))
    if defences and network.room() > ACTIVATIONS_AT_ONCE:
        raise ValueError(
            tr(
                "averaged over {draws} draws, more than {most:,} numbers are computed of one image"
            ).format(draws=max(one.draws for one in defences), most=ACTIVATIONS_AT_ONCE)
        )
    return network


def _few(found: object) -> Sequence[object]:
    if not isinstance(found, list):
        raise ValueError(tr("its defences are {found}, no list").format(found=shown(found)))
    if len(found) > CHAIN:
        raise ValueError(_TOO_MANY.format(count=len(found), most=CHAIN))
    return found


def _defence(found: object) -> Defence:
    name = found.get("name") if isinstance(found, dict) else None
    parameters = found.get("parameters", {}) if isinstance(found, dict) else None
    if not isinstance(name, str) or not isinstance(parameters, dict):
        raise ValueError(
            tr("one of its defences is {found}, no name with parameters").format(found=shown(found))
        )
    if name not in DEFENCES:
        raise ValueError(
            tr("it stands behind the unknown defence {name}; {there}").format(
                name=shown(name), there=offered(DEFENCES)
            )
        )
    try:
        return make_defence(name, parameters)
    except ParameterError as error:
        raise ValueError(
            tr("in its defence {name}: {error}").format(
                name=name, error=str(error).removesuffix(".")
            )
        ) from error
