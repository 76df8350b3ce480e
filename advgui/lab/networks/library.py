"""The networks on offer: those that ship, and those that were opened or trained since."""

from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import numpy as np

from advgui.core.defences import Defence
from advgui.core.defences.defended import alone_changed, bare_of, defences_of
from advgui.core.disk.reading import file_stamp
from advgui.core.nn.card import Card
from advgui.core.nn.layers import Layer
from advgui.core.nn.network import Network
from advgui.core.zoo import SHIPPED, load_shipped, shipped_card


@dataclass(frozen=True, slots=True)
class Entry:
    """One network on offer, as its card tells of it; its weights may not be read yet.

    ``title`` is what people call it.
    """

    name: str
    card: Card
    title: str


@dataclass(frozen=True, slots=True)
class NetworkFile:
    """A file as it was when it was read or written, and what a network stands behind in it."""

    path: Path
    stamp: object
    defences: tuple[Defence, ...]


class Library:
    """Networks by name: a shipped one is read when it is first wanted, and kept.

    Raises what ``shipped_card`` raises.
    """

    def __init__(self) -> None:
        self._entries = {name: _shipped(name) for name in SHIPPED}
        self._networks: dict[str, Network] = {}
        self._unsaved: dict[str, Network] = {}
        self._files: dict[str, NetworkFile] = {}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that are on offer, the shipped ones first, then as they came."""
        return tuple(self._entries.values())

    @property
    def names(self) -> tuple[str, ...]:
        """What they are loaded by."""
        return tuple(self._entries)

    @property
    def unsaved(self) -> tuple[Network, ...]:
        """Those that were trained here and are in no file yet, as they came."""
        return tuple(self._unsaved.values())

    def load(self, name: str) -> Network:
        """The network of an entry, always the same one.

        Raises what ``load_shipped`` raises.
        """
        if name not in self._networks:
            self._networks[name] = load_shipped(name)
        return self._networks[name]

    def bare(self, name: str) -> Network:
        """The same without the defences that its file may have."""
        return bare_of(self.load(name))

    def file_of(self, name: str) -> NetworkFile | None:
        """The file that the network was read from or written to, if it is still as it was."""
        known = self._files.get(name)
        return known if known is not None and file_stamp(known.path) == known.stamp else None

    def add(self, network: Network, *, trained: bool = False, file: Path | None = None) -> Network:
        """Offer one more, and return it as it is offered; ``file`` is what it was read from.

        Where its name is taken it gets a number, in its name and in its title. One that is
        on offer already, weight for weight, is returned as it is, but for a file of another
        name with a network that ships. One that was ``trained`` here is unsaved; any other
        comes from a file.
        """
        for known in self._networks.values():
            if _same(known, network) and not _is_copy(network, known):
                if not trained:
                    self.saved(known, file)
                return known
        name = _numbered(network.name, set(self._entries))
        added = alone_changed(network, lambda bare: self._named(bare, name))
        self._networks[name] = added
        self._entries[name] = Entry(name, added.card, added.title)
        if trained:
            self._unsaved[name] = added
        else:
            self.saved(added, file)
        return added

    def _named(self, bare: Network, name: str) -> Network:
        """By this name, and by a title that is new where it has none from a file."""
        added = replace(bare, name=name)
        if bare.stored_name:
            return added
        title = _numbered(added.title, {entry.title for entry in self.entries})
        return replace(added, card=replace(bare.card, title=title))

    def saved(self, network: Network, file: Path | None = None) -> None:
        """One that is on offer is in a file now; in a session's, where that has no file alone."""
        self._unsaved.pop(network.name, None)
        if file is not None:
            self._files[network.name] = NetworkFile(
                file.absolute(), file_stamp(file), defences_of(network)
            )


def _shipped(name: str) -> Entry:
    card = shipped_card(name)
    return Entry(name, card, card.said.title or name)


def _is_copy(network: Network, known: Network) -> bool:
    """Whether one that ships is in a file that has another name."""
    return known.name in SHIPPED and bool(network.stored_name) and network.name != known.name


def _numbered(wanted: str, taken: set[str]) -> str:
    """The words, with the first number that makes them new where they are taken."""
    numbered = (f"{wanted} {number}" for number in count(2))
    return wanted if wanted not in taken else next(one for one in numbered if one not in taken)


def _same(one: Network, other: Network) -> bool:
    return (
        one.output == other.output
        and defences_of(one) == defences_of(other)
        and [layer.kind for layer in one.layers] == [layer.kind for layer in other.layers]
        and all(map(_same_weights, one.layers, other.layers))
    )


def _same_weights(one: Layer, other: Layer) -> bool:
    ours, theirs = one.weights, other.weights
    return ours.keys() == theirs.keys() and all(
        np.array_equal(ours[name], theirs[name]) for name in ours
    )
