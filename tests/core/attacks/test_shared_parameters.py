"""What several attacks are asked for is asked in the same words, within the same limits."""

import pytest

from advgui.core.attacks import ATTACKS
from advgui.core.parameters import Parameter, parameter_table


def rows(title: str) -> dict[str, Parameter]:
    """The row of that title of each attack that has one."""
    every = ((name, parameter_table(attack)) for name, attack in ATTACKS.items())
    return {name: row for name, table in every for row in table if row.title == title}


@pytest.mark.parametrize("norm", ["linf", "l2"])
def test_a_budget_has_the_range_of_its_norm_and_is_known_as_one(norm: str) -> None:
    found = {name: row for name, row in rows("Budget").items() if ATTACKS[name].norm == norm}
    assert len(found) > 3
    assert {row.maximum for row in found.values()} == {1.0 if norm == "linf" else 28.0}
    assert {row.role for row in found.values()} == {"budget"}


def test_no_pixel_can_be_given_less_than_a_level() -> None:
    budgets = [row for name, row in rows("Budget").items() if ATTACKS[name].norm == "linf"]
    assert {(row.minimum, row.help) for row in budgets} == {(budgets[0].minimum, budgets[0].help)}
    assert budgets[0].minimum * 255 > 1


@pytest.mark.parametrize("title", ["Soften", "Frequencies"])
def test_what_has_one_name_has_one_range(title: str) -> None:
    found = rows(title).values()
    assert len(found) > 3
    assert len({row.maximum for row in found}) == 1
