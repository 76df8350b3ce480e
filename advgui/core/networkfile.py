"""A network on disk: safetensors with its layers and card as metadata, never pickle."""

import json
from pathlib import Path
from typing import Final

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

from advgui.core.card import Card
from advgui.core.errors import NetworkFileError
from advgui.core.files import LARGEST, read_bytes, require_writable, write_bytes
from advgui.core.images import LABELS, SIZE
from advgui.core.layerkinds import Described, Tensors, build_layer, describe_layer
from advgui.core.network import Network
from advgui.core.onnxfile import SUFFIX as ONNX
from advgui.core.onnxfile import onnx_bytes, read_onnx

FORMAT: Final = "advgui network 1"
#: Bytes that the card of a trained network takes at most.
LARGEST_CARD: Final = 8 * 1024
NOT_OURS: Final = "a safetensors file, but not a network of advgui"


def save_network(network: Network, path: Path) -> None:
    """Write a network in one piece: a file half-written never stands at ``path``.

    A name that ends in ``.onnx`` makes it a file for other programs. Raises NetworkFileError
    where the folder cannot be written, and what ``onnx_bytes`` raises.
    """
    write_bytes(path, _content(network, path), NetworkFileError)


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
        for index, layer in enumerate(network.layers)
        for name, array in layer.weights.items()
    }
    return save_tensors(tensors, metadata=_describe(network))


def load_network(path: Path) -> Network:
    """Read a network that ``save_network`` wrote, or one of another program in an ONNX file.

    Raises NetworkFileError, naming the file, where it is missing, damaged, made by
    something else, has weights of wrong shapes or weights that are not finite.
    """
    if path.suffix.lower() == ONNX:
        return read_onnx(path)
    content = read_bytes(path, NetworkFileError)
    try:
        tensors = load_tensors(content)
        header = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")])
    except (SafetensorError, ValueError) as error:
        raise NetworkFileError(f"{path.name}: not a complete safetensors file.") from error
    try:
        return _build(path.stem, header.get("__metadata__", {}), tensors)
    except (ValueError, KeyError, TypeError) as error:
        raise NetworkFileError(f"{path.name}: {_reason(error)}.") from error


def read_card(path: Path) -> Card:
    """The card of a network, of whose file only the head is read.

    Raises NetworkFileError as ``load_network`` does, but for what is wrong with the weights.
    """
    length = int.from_bytes(read_bytes(path, NetworkFileError, first=8), "little")
    head = read_bytes(path, NetworkFileError, first=min(8 + length, LARGEST))[8:]
    try:
        header = json.loads(head)
    except (ValueError, RecursionError) as error:
        raise NetworkFileError(f"{path.name}: not a complete safetensors file.") from error
    try:
        return _card(header.get("__metadata__", {}))
    except AttributeError as error:
        raise NetworkFileError(f"{path.name}: {NOT_OURS}.") from error
    except (ValueError, TypeError) as error:
        raise NetworkFileError(f"{path.name}: {error}.") from error


def _reason(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _describe(network: Network) -> dict[str, str]:
    layers = [describe_layer(layer) for layer in network.layers]
    return {
        "format": FORMAT,
        "name": network.name,
        "output": network.output,
        "layers": json.dumps(layers),
        "card": json.dumps(network.card.as_dict()),
    }


def _build(stem: str, metadata: dict[str, str], tensors: Tensors) -> Network:
    card = _card(metadata)
    if metadata["output"] not in ("sigmoid", "softmax"):
        raise ValueError(f"unknown output activation {metadata['output']!r}")
    layers = tuple(
        build_layer(Described(index, description, tensors))
        for index, description in enumerate(json.loads(metadata["layers"]))
    )
    network = Network(
        name=metadata.get("name", stem),
        layers=layers,
        output="sigmoid" if metadata["output"] == "sigmoid" else "softmax",
        card=card,
    )
    _check(network)
    return network


def _card(metadata: dict[str, str]) -> Card:
    if metadata.get("format") != FORMAT:
        raise ValueError(NOT_OURS)
    return Card.from_dict(json.loads(metadata.get("card", "{}")))


def _check(network: Network) -> None:
    """Show the network an empty image: wrong shapes do not fit together."""
    try:
        logits = network.logits(np.zeros((1, SIZE, SIZE), np.float32))
    except (ValueError, IndexError) as error:
        raise ValueError("the shapes of its weights do not fit together") from error
    if logits.shape != (1, LABELS):
        raise ValueError(f"it gives an array of shape {logits.shape}, not ten logits")
