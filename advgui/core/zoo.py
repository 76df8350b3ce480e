"""The networks that ship with advgui, by name, and any other by its file."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Final

from advgui.core.defences.defended import alone_changed
from advgui.core.disk.reading import is_there
from advgui.core.errors import NetworkFileError
from advgui.core.formats.safetensors_file import load_network, read_card
from advgui.core.language import tr
from advgui.core.lists import offered
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from advgui.core.opening import NETWORK_SUFFIX, NETWORK_SUFFIXES, read_network
from advgui.core.resources import resource

PLAIN: Final = (
    "convolutional",
    "report",
    "report-tanh",
    "report-relu",
    "dense",
    "recurrent",
    "graph",
    "softmax",
    "svm",
    "bayes",
)
"""The default, the report's and its variants, others of hidden layers, and those without."""

DEFENDED: Final = ("robust", "certified", "certified-wide", "report-robust", "report-distilled")
"""Those that were trained to defend: attacks within a budget fool them less."""

SHIPPED: Final = (*PLAIN, *DEFENDED)
"""All that ship, in the order in which they are listed."""


def default_network() -> str:
    """The network that is meant where none is named: in the window and in every command."""
    return "convolutional"


def load_shipped(name: str) -> Network:
    """The shipped network of that name.

    Raises ResourceError where the installation lacks it, NetworkFileError where its file is
    damaged.
    """
    found = load_network(resource(f"networks/{name}{NETWORK_SUFFIX}"))
    return alone_changed(found, lambda network: replace(network, stored_name=""))


def shipped_card(name: str) -> Card:
    """The card of the shipped network of that name, without its weights.

    Raises what ``load_shipped`` raises, but for damaged weights.
    """
    return read_card(resource(f"networks/{name}{NETWORK_SUFFIX}"))


def said_name(name: str) -> str:
    """What people call the network of that name: by its title if it ships, else as it is.

    Raises what ``shipped_card`` raises.
    """
    return (shipped_card(name).said.title if name in SHIPPED else "") or name


def find_network(name_or_path: str) -> Network:
    """A shipped network by its name, or any network by the path of its file.

    A name comes first: ``./report`` is a file of that name. Raises NetworkFileError where
    it is neither, and what ``load_network`` raises.
    """
    if name_or_path in SHIPPED:
        return load_shipped(name_or_path)
    path = Path(name_or_path)
    meant_as_path = path.suffix.lower() in NETWORK_SUFFIXES or os.sep in name_or_path
    if not meant_as_path and not is_there(path):
        raise NetworkFileError(
            tr("There is no network {name!r}; {there}, or give a file's path.").format(
                name=name_or_path, there=offered(SHIPPED, name_or_path)
            )
        )
    return read_network(path)
