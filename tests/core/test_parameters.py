"""A parameter takes what fits it, in its own type, and says of everything else what is wrong."""

from dataclasses import dataclass

import numpy as np
import pytest

from advgui.core.errors import ParameterError
from advgui.core.parameters import Value, parameter, parameter_table, validated, with_role


@dataclass(frozen=True)
class Kettle:
    """Something with one parameter of each sort, and one field that is none."""

    litres: float = parameter(1.0, "Litres", "How much.", minimum=0.5, maximum=2.0)
    minutes: int = parameter(
        3, "Minutes", "How long.", minimum=1, maximum=100, scale="log", role="effort"
    )
    lid: bool = parameter(True, "Lid", "Whether it is closed.")
    drink: str = parameter("tea", "Drink", "What for.", choices=("tea", "coffee"))
    owner: str = "nobody"


def test_the_table_holds_the_parameters_in_their_order_with_their_limits() -> None:
    rows = parameter_table(Kettle)
    assert [row.name for row in rows] == ["litres", "minutes", "lid", "drink"]
    assert [row.default for row in rows] == [1.0, 3, True, "tea"]
    assert (rows[1].minimum, rows[1].maximum, rows[1].scale) == (1, 100, "log")
    assert parameter_table(Kettle(litres=2.0)) == rows


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("litres", "1.5", 1.5),
        ("litres", 2, 2.0),
        ("minutes", "7", 7),
        ("minutes", 7.0, 7),
        ("minutes", np.int64(7), 7),
        ("litres", np.float32(1.5), 1.5),
        ("litres", np.int8(2), 2.0),
        ("lid", "No", False),
        ("lid", True, True),
        ("drink", "coffee", "coffee"),
    ],
)
def test_a_value_that_fits_comes_in_the_parameters_own_type(
    name: str, value: object, wanted: Value
) -> None:
    found = validated(Kettle, {name: value})
    assert found == {name: wanted}
    assert type(found[name]) is type(wanted)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("litres", 3, "litres is a number from 0.5 to 2; it cannot be 3."),
        ("litres", "nan", "cannot be 'nan'"),
        ("litres", True, "cannot be True"),
        ("litres", np.float32("inf"), "litres is a number"),
        ("litres", 10**400, "litres is a number"),
        ("minutes", 1.5, "minutes is a whole number from 1 to 100; it cannot be 1.5."),
        ("lid", "maybe", "lid is yes or no; it cannot be 'maybe'."),
        ("lid", 1, "lid is yes or no; it cannot be 1."),
        ("drink", "milk", "drink is one of tea, coffee; it cannot be 'milk'."),
        ("drink", 7, "drink is one of tea, coffee"),
        ("owner", "me", "there is no parameter owner; there are litres, minutes, lid, drink."),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence(name: str, value: object, told: str) -> None:
    with pytest.raises(ParameterError) as error:
        validated(Kettle, {name: value})
    assert told in str(error.value)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(ParameterError) as error:
        validated(Kettle, {"litres": 9, "lid": "yes", "drink": "milk"})
    assert str(error.value) == (
        "litres is a number from 0.5 to 2; it cannot be 9, "
        "and drink is one of tea, coffee; it cannot be 'milk'."
    )


def test_a_row_is_found_by_its_role() -> None:
    row = with_role(Kettle, "effort")
    assert row is not None
    assert row.name == "minutes"
    assert with_role(Kettle(), "budget") is None
