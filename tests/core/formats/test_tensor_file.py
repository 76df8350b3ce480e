"""The safetensors format: every float type up to 32 bits is read without rounding."""

import json
import struct

import numpy as np
import pytest
from safetensors.numpy import save

from advgui.core.formats.tensor_file import WIDENED, Tensor, read_metadata, read_tensors
from advgui.core.limits import HEAD_BYTES

# All that a type of eight bits can hold, from its definition: sign, exponent, fraction.
BYTES = bytes(range(256))


def by_definition(byte: int, exponent_bits: int, bias: int) -> float:
    """The number of a byte, written out."""
    fraction_bits = 7 - exponent_bits
    sign = -1.0 if byte & 128 else 1.0
    exponent, fraction = (byte & 127) >> fraction_bits, byte & (2**fraction_bits - 1)
    share = fraction / 2**fraction_bits
    if exponent == 0:
        return float(sign * share * 2.0 ** (1 - bias))
    return float(sign * (1 + share) * 2.0 ** (exponent - bias))


@pytest.mark.parametrize(("kind", "bits", "bias"), [("F8_E4M3", 4, 7), ("F8_E5M2", 5, 15)])
def test_every_number_of_eight_bits_is_what_its_definition_says(
    kind: str, bits: int, bias: int
) -> None:
    found = Tensor(kind, (256,), BYTES).floats()
    assert found is not None
    expected = np.array([by_definition(byte, bits, bias) for byte in range(256)])
    finite = np.isfinite(found)
    np.testing.assert_array_equal(found[finite], expected[finite])
    assert (~finite).sum() == (2 if kind == "F8_E4M3" else 8)  # what is no number, or infinite


@pytest.mark.parametrize("kind", ["F32", "F16", "BF16"])
def test_halves_of_a_number_are_the_same_number(kind: str) -> None:
    numbers = np.array([0.0, -1.5, 0.25, 2.0**-14], np.float32)
    content = {
        "F32": numbers.tobytes(),
        "F16": numbers.astype(np.float16).tobytes(),
        "BF16": (numbers.view(np.uint32) >> 16).astype(np.uint16).tobytes(),
    }[kind]
    found = Tensor(kind, (2, 2), content).floats()
    assert found is not None
    np.testing.assert_array_equal(found, numbers.reshape(2, 2))


def test_other_types_are_no_floats() -> None:
    assert Tensor("I64", (1,), bytes(8)).floats() is None
    assert "F64" not in WIDENED


def test_tensors_and_metadata_are_read_from_a_file() -> None:
    content = save({"w": np.arange(3, dtype=np.float32)}, metadata={"format": "mine"})
    assert read_metadata(content, len(content)) == {"format": "mine"}
    assert read_tensors(content)["w"].shape == (3,)


@pytest.mark.parametrize("metadata", [None, 3, {"format": 3}])
def test_a_file_that_tells_nothing_of_itself_has_no_metadata(metadata: object) -> None:
    head = json.dumps({"__metadata__": metadata}).encode()
    content = struct.pack("<Q", len(head)) + head
    assert read_metadata(content, len(content)) == {}


@pytest.mark.parametrize("length", [HEAD_BYTES + 1, 2**63])
def test_a_head_that_is_too_long_is_refused_by_its_length_alone(length: int) -> None:
    with pytest.raises(ValueError, match=r"head of more than|not a complete"):
        read_metadata(struct.pack("<Q", length), 2**62)


def test_a_damaged_file_is_no_complete_one() -> None:
    content = save({"w": np.arange(3, dtype=np.float32)})
    with pytest.raises(ValueError, match="not a complete safetensors file"):
        read_tensors(content[:-1])
