"""How parameters are listed, and what has some is named."""

import json

import pytest

from advgui.commands.cli.attack_arguments import named_attack
from advgui.commands.cli.parameters import as_named, parameter_json, parameter_lines
from advgui.core.attacks import ATTACKS
from advgui.core.parameters import parameter_table


@pytest.mark.parametrize("name", ATTACKS)
def test_every_parameter_has_a_line_and_can_be_told_as_json(name: str) -> None:
    rows, lines = parameter_table(ATTACKS[name]), parameter_lines(ATTACKS[name])
    assert [line.split()[0] for line in lines] == [row.name for row in rows]
    width = max((len(row.name) for row in rows), default=0)
    assert {line[width + 2 : width + 4] for line in lines} <= {"  "}
    for row in rows:
        told = parameter_json(row)
        assert json.loads(json.dumps(told)) == told
        assert ("choices" in told) == bool(row.choices)
        assert not ("choices" in told and "minimum" in told)


@pytest.mark.parametrize(
    "text", ["ddn", "penalty:steps=20,faithful=no", "penalty:start=drawing", "ddn:adapt=0.2"]
)
def test_what_is_named_so_is_what_the_command_line_makes_of_it(text: str) -> None:
    attack = named_attack(text)
    assert as_named(attack.name, attack, attack.settings) == text
