"""Chains of defences with any parameters, for what must hold for each of them."""

from collections.abc import Sequence

from hypothesis import strategies as some

from advgui.core.defences import DEFENCES, Defence, make_defence
from advgui.core.parameters import Parameter, Value, parameter_table


def value(row: Parameter) -> some.SearchStrategy[Value]:
    """Anything that a parameter may be."""
    if row.choices:
        return some.sampled_from(row.choices)
    if isinstance(row.default, bool):
        return some.booleans()
    low, high = row.minimum, row.maximum
    return (
        some.integers(int(low), int(min(high, 50)))
        if isinstance(row.default, int)
        else some.floats(low, high)
    )


@some.composite
def chains(draw: some.DrawFn, names: Sequence[str]) -> list[Defence]:
    """One to three defences with any parameters."""
    chosen = draw(some.lists(some.sampled_from(names), min_size=1, max_size=3))
    return [
        make_defence(name, {row.name: draw(value(row)) for row in parameter_table(DEFENCES[name])})
        for name in chosen
    ]
