"""What is typed is understood, or refused in words."""

from argparse import ArgumentTypeError

import pytest

from advgui.commands.cli.arguments import count, part, seed, share


@pytest.mark.parametrize(
    ("kind", "least", "below"), [(count, "1", "0"), (seed, "0", "-1"), (part, "0.001", "0")]
)
def test_numbers_have_a_least_value(kind: object, least: str, below: str) -> None:
    assert callable(kind)
    assert kind(least) == float(least)
    for wrong in (below, "many", "1e99", "nan"):
        with pytest.raises(ArgumentTypeError):
            kind(wrong)


def test_a_share_goes_from_0_to_1() -> None:
    assert (share("0"), share("1")) == (0.0, 1.0)
    for wrong in ("-0.1", "1.1", "half"):
        with pytest.raises(ArgumentTypeError):
            share(wrong)
