"""A graph as plain values, however the file that held it was written, and why it is no network."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

Constants = dict[str, NDArray[Any]]


class GraphError(ValueError):
    """What is wrong with a graph or a node, without the file's name and without a full stop."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One operator; one of a foreign domain has the domain in its name."""

    name: str
    operator: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Nodes in the order of computation, from one input.

    ``shape`` holds None where it may vary, ``chebyshev`` the order of each operator that is
    our graph convolution.
    """

    nodes: tuple[Node, ...]
    constants: Constants
    input: str
    shape: tuple[int | None, ...]
    outputs: tuple[str, ...]
    metadata: Mapping[str, str]
    producer: str
    chebyshev: Mapping[str, int]
