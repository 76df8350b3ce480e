"""What the fields of a layer may hold is told by their types."""

from dataclasses import dataclass
from typing import Annotated

import pytest

from advgui.core.nn.layers import KINDS, Layer
from advgui.core.nn.layers.fields import Axes, Number, Whole, Wholes, schema


@pytest.mark.parametrize("layer", KINDS.values(), ids=list(KINDS))
def test_every_field_of_every_layer_tells_what_it_may_hold(layer: type[Layer]) -> None:
    assert all(isinstance(it, Whole | Wholes | Number | Axes) for it in schema(layer).values())
    assert list(schema(layer)) == list(layer.__match_args__)  # in the order of its fields


def test_a_field_that_does_not_tell_is_named() -> None:
    @dataclass
    class Untold:
        side: Annotated[int, Whole(1, 3)]
        step: int

    with pytest.raises(TypeError, match="the field step of Untold does not tell"):
        schema(Untold)
