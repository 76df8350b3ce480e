"""The defences in front of a network of ours in an ONNX file: found again, and left out."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from advgui.core.defences import Defence
from advgui.core.formats.onnx.graph import Graph, GraphError, Node
from advgui.core.formats.onnx.parse import constants_of, node_of
from advgui.core.formats.onnx.write import Chain, chain_of
from advgui.core.language import tr


def without_defences(graph: Graph, defences: Sequence[Defence]) -> Graph:
    """The graph behind the nodes of the defences that its metadata tell of.

    Raises GraphError where its first nodes are not these, to the letter: whoever reads the file
    elsewhere had another network.
    """
    if not defences:
        return graph
    chain = chain_of(defences)
    if not _begins_with(graph, chain):
        raise GraphError(tr("its first nodes are not those of the defences that it tells of"))
    return replace(graph, nodes=graph.nodes[len(chain.nodes) :], input=chain.last)


def _begins_with(graph: Graph, chain: Chain) -> bool:
    expected = [node_of(node) for node in chain.nodes]
    first = graph.nodes[: len(expected)]
    constants = constants_of(chain.constants)
    same = graph.input == Chain().last and list(map(_told, first)) == list(map(_told, expected))
    return same and all(
        name in graph.constants and np.array_equal(graph.constants[name], array)
        for name, array in constants.items()
    )


def _told(node: Node) -> tuple[object, ...]:
    return node.operator, node.inputs, node.outputs, dict(node.attributes)
