"""Networks in ONNX files: those of other programs read, ours written for them."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from advgui.core.defences.defended import defended
from advgui.core.disk.reading import read_bytes
from advgui.core.errors import NetworkFileError
from advgui.core.formats.network_check import check_network
from advgui.core.formats.stored_defences import affordable, stored_defences
from advgui.core.json_text import JsonError, parse_json
from advgui.core.language import tr
from advgui.core.limits import NETWORK_BYTES
from advgui.core.nn.card import Card
from advgui.core.nn.network import LONGEST_NAME, Network
from advgui.core.printable import printable

if TYPE_CHECKING:
    from advgui.core.formats.onnx.graph import Graph

SUFFIX: Final = ".onnx"
_MISSING: Final = tr(
    "ONNX files need the package onnx, which is not installed: pip install advgui[onnx]"
)


def onnx_bytes(network: Network, path: Path) -> bytes:
    """A network for other programs, with its card in the metadata, to be saved at ``path``.

    It takes ``image``, float32 (n, 28, 28) in [0, 1], and gives ``logits`` and
    ``confidences``, (n, 10). Raises NetworkFileError where the package onnx is missing, or
    one of the layers has no form in ONNX.
    """
    _require(path)
    from advgui.core.formats.onnx.write import content_of

    try:
        return content_of(network)
    except ValueError as error:
        raise NetworkFileError(f"{path.name}: {error}.") from error


def read_onnx(path: Path) -> Network:
    """Read a network of dense, convolution, pooling and activation layers from any program.

    Raises NetworkFileError, naming the file and the node, where it is missing, damaged, has
    operators that are not supported, numbers that are not finite, or does not make ten
    logits of an image of 28 x 28; and where the package onnx is missing.
    """
    _require(path)
    from advgui.core.formats.onnx.defences import without_defences
    from advgui.core.formats.onnx.parse import parse
    from advgui.core.formats.onnx.read import layers_of

    content = read_bytes(path, NetworkFileError, NETWORK_BYTES)
    try:
        graph = parse(content)
        defences = stored_defences(graph.metadata) if _is_ours(graph) else ()
        layers, output = layers_of(without_defences(graph, defences))
        network = Network(path.stem, layers, output, stored_name=_name(graph, path))
        check_network(network)
        network = replace(network, card=_card(graph, network))
        return affordable(defended(network, defences))
    except ValueError as error:
        raise NetworkFileError(f"{path.name}: {error}.") from error


def _require(path: Path) -> None:
    """Tell how to install what is missing; the window and the commands do without it."""
    try:
        import onnx  # noqa: F401
    except ImportError as error:
        raise NetworkFileError(f"{path.name}: {_MISSING}.") from error


def _name(graph: "Graph", path: Path) -> str:
    return graph.metadata.get("name", path.stem) if _is_ours(graph) else path.stem


def _is_ours(graph: "Graph") -> bool:
    return graph.producer.split(" ")[0] == "advgui"


def _card(graph: "Graph", network: Network) -> Card:
    """The card that we wrote; of a network made elsewhere, what can be seen."""
    if _is_ours(graph):
        try:
            return Card.from_dict(parse_json(graph.metadata.get("card", "{}")))
        except JsonError as error:
            raise ValueError(tr("its card is {error}").format(error=error)) from error
    return Card(
        title=network.name,
        architecture=", ".join(filter(None, (layer.described() for layer in network.layers))),
        parameters=network.parameters(),
        training=tr("elsewhere; the file was made by {program}").format(program=_producer(graph)),
    )


def _producer(graph: "Graph") -> str:
    return printable(graph.producer, LONGEST_NAME) or tr("an unknown program")
