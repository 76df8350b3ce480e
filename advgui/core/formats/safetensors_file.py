"""A network on disk: safetensors with its layers and card as metadata, never pickle."""

import json
from pathlib import Path
from typing import Final

import numpy as np
from safetensors.numpy import save as save_tensors

from advgui.core.defences.defended import bare_of, defended
from advgui.core.disk.reading import read_bytes, read_start
from advgui.core.disk.writing import require_writable, write_bytes
from advgui.core.errors import NetworkFileError
from advgui.core.formats.layer_schema import Tensors, build_layer, describe_layer
from advgui.core.formats.network_check import check_network
from advgui.core.formats.onnx_file import SUFFIX as ONNX
from advgui.core.formats.onnx_file import onnx_bytes, read_onnx
from advgui.core.formats.stored_defences import affordable, described, stored_defences
from advgui.core.formats.tensor_file import (
    ARTEFACT_FAMILY,
    NETWORK_FAMILY,
    Metadata,
    read_metadata,
    read_tensors,
)
from advgui.core.json_text import JsonError, parse_json, shown
from advgui.core.language import tr
from advgui.core.limits import HEAD_BYTES, LAYERS, NETWORK_BYTES
from advgui.core.nn.card import Card
from advgui.core.nn.layers import Layer
from advgui.core.nn.network import Network

FORMAT: Final = f"{NETWORK_FAMILY}1"
#: Of a network behind defences: versions that know of none refuse it, and do not open it alone.
DEFENDED: Final = f"{NETWORK_FAMILY}2"
#: Bytes that the card of a trained network takes at most.
LARGEST_CARD: Final = 8 * 1024
ARTEFACT: Final = tr("not a network, but what an attack has learned: the page One for all opens it")
NOT_OURS: Final = tr(
    "a safetensors file, but not a network of advgui; export the network as ONNX to open it"
)


def save_network(network: Network, path: Path) -> None:
    """Write a network in one piece: a file half-written never stands at ``path``.

    A name that ends in ``.onnx`` makes it a file for other programs. Raises NetworkFileError
    where the folder cannot be written or the file cannot hold one of the layers, and what
    ``onnx_bytes`` raises.
    """
    write_bytes(path, _content(network, path), NetworkFileError)


def network_bytes(network: Network) -> bytes:
    """What a file of a network holds. Raises NetworkFileError as ``save_network`` does."""
    return _content(network, Path(f"{network.name}.safetensors"))


def network_of(content: bytes, name: str) -> Network:
    """The network, by this name, that the bytes of a file hold; ValueError where they hold none."""
    metadata = _ours(read_metadata(content, len(content)))
    return _build(name, metadata, read_tensors(content))


def require_network_file(network: Network, path: Path) -> None:
    """Find out whether a network of such layers can be saved there, before it is trained.

    Raises NetworkFileError as ``save_network`` does, and where the disk has too little room.
    """
    require_writable(path, len(_content(network, path)) + LARGEST_CARD, NetworkFileError)


def _content(network: Network, path: Path) -> bytes:
    if path.suffix.lower() == ONNX:
        return onnx_bytes(network, path)
    tensors = {
        f"{index}.{name}": np.ascontiguousarray(array, dtype=np.float32)
        for index, layer in enumerate(bare_of(network).layers)
        for name, array in layer.weights.items()
    }
    try:
        return save_tensors(tensors, metadata=_describe(network))
    except ValueError as error:
        raise NetworkFileError(f"{path.name}: {error}.") from error


def load_network(path: Path) -> Network:
    """Read a network that ``save_network`` wrote, or one of another program in an ONNX file.

    Raises NetworkFileError, naming the file, where it is missing, damaged, made by
    something else, has weights of wrong shapes or weights that are not finite.
    """
    if path.suffix.lower() == ONNX:
        return read_onnx(path)
    content = read_bytes(path, NetworkFileError, NETWORK_BYTES)
    try:
        return network_of(content, path.stem)
    except ValueError as error:
        raise NetworkFileError(f"{path.name}: {error}.") from error


def read_card(path: Path) -> Card:
    """The card of a network, of whose file only the head is read.

    Raises NetworkFileError as ``load_network`` does, but for what is wrong with the weights.
    """
    head = read_start(path, NetworkFileError, 8 + HEAD_BYTES)
    try:
        return _card(_ours(read_metadata(head, path.stat().st_size)))
    except ValueError as error:
        raise NetworkFileError(f"{path.name}: {error}.") from error


def _describe(network: Network) -> dict[str, str]:
    layers = [describe_layer(layer) for layer in bare_of(network).layers]
    defences = described(network)
    return {
        "format": DEFENDED if defences else FORMAT,
        "name": network.name,
        "output": network.output,
        "layers": json.dumps(layers),
        "card": json.dumps(network.card.as_dict()),
        **defences,
    }


def _ours(metadata: Metadata) -> Metadata:
    """The same; ValueError where a network of another program, or nothing, tells of itself."""
    written = metadata.get("format", "")
    if written in (FORMAT, DEFENDED):
        return metadata
    if written.startswith(ARTEFACT_FAMILY):
        raise ValueError(ARTEFACT)
    newer = written.startswith(NETWORK_FAMILY)
    raise ValueError(tr("a network of a newer advgui than this") if newer else NOT_OURS)


def _build(stem: str, metadata: Metadata, tensors: Tensors) -> Network:
    output = metadata.get("output")
    if output not in ("sigmoid", "softmax"):
        raise ValueError(
            tr("its output is {output}, neither sigmoid nor softmax").format(output=shown(output))
        )
    network = Network(
        name=stem,
        stored_name=metadata.get("name", stem),
        layers=_layers(metadata, tensors),
        output="sigmoid" if output == "sigmoid" else "softmax",
        card=_card(metadata),
    )
    check_network(network)
    return affordable(defended(network, stored_defences(metadata)))


def _layers(metadata: Metadata, tensors: Tensors) -> tuple[Layer, ...]:
    described = _parsed(metadata, "layers")
    if not isinstance(described, list):
        raise ValueError(tr("its layers are no list"))
    if len(described) > LAYERS:
        raise ValueError(
            tr("it has {layers:,} layers, more than {most:,}").format(
                layers=len(described), most=LAYERS
            )
        )
    return tuple(build_layer(number, fields, tensors) for number, fields in enumerate(described))


def _card(metadata: Metadata) -> Card:
    return Card.from_dict(_parsed(metadata, "card") if "card" in metadata else {})


def _parsed(metadata: Metadata, name: str) -> object:
    try:
        return parse_json(metadata.get(name, ""))
    except JsonError as error:
        sentence = tr("its card is {error}") if name == "card" else tr("its layers are {error}")
        raise ValueError(sentence.format(error=error)) from error
