"""One digit, one goal, one attack: what two commands take, and the run that comes of it."""

from pathlib import Path

import numpy as np
import pytest

from advgui.commands.cli.attack_arguments import (
    add_aim,
    add_attack,
    add_digit,
    attack_setup,
    named_attack,
    run_attack,
    settings,
)
from advgui.commands.cli.parser import Parser, UsageError
from advgui.core.attacks import DEFAULT, Block
from advgui.core.digits.image_file import read_image
from advgui.core.errors import BadInput
from tests.lab.requests import network


@pytest.fixture
def parser() -> Parser:
    """One as the commands have, which also have a seed."""
    made = Parser(prog="advgui attack")
    for add in (add_digit, add_aim, add_attack):
        add(made)
    made.add_argument("--seed", type=int, default=0)
    return made


def test_what_is_named_is_what_is_attacked(parser: Parser, image: Path) -> None:
    typed = [str(image), "--goal", "3", "--attack", "penalty", "--set", "steps=7", "--seed", "5"]
    setup = attack_setup(parser.parse_args(typed))
    np.testing.assert_array_equal(setup.image, read_image(image))
    assert (setup.goal, setup.seed) == (3, 5)
    assert setup.attack.name == "penalty"
    assert setup.attack.settings["steps"] == 7


def test_away_has_no_goal_and_the_usual_attack_is_taken(parser: Parser, image: Path) -> None:
    setup = attack_setup(parser.parse_args([str(image), "--away"]))
    assert setup.goal is None
    assert setup.attack.name == DEFAULT


@pytest.mark.parametrize("aim", [[], ["--goal", "3", "--away"], ["--goal", "10"]])
def test_one_aim_has_to_be_named(parser: Parser, image: Path, aim: list[str]) -> None:
    with pytest.raises(UsageError):
        parser.parse_args([str(image), *aim])


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["--attack", "magic"], "magic"),
        (["--set", "steps=no"], "steps"),
        (["--set", "depth=3"], "depth"),
        (["--index", "4"], "seven.png"),
    ],
)
def test_what_is_not_there_is_named(
    parser: Parser, image: Path, typed: list[str], told: str
) -> None:
    given = parser.parse_args([str(image), "--away", *typed])
    with pytest.raises(BadInput, match=told):
        attack_setup(given)


def test_every_step_of_the_run_can_be_recorded(parser: Parser, image: Path) -> None:
    setup = attack_setup(parser.parse_args([str(image), "--away", "--set", "steps=6"]))
    steps: list[int] = []

    def record(block: Block) -> None:
        steps.extend(range(block.first, block.last + 1))

    outcome = run_attack(setup, network(), record)
    assert steps == list(range(7))
    assert outcome.before == network().read(setup.image)
    assert outcome.after == network().read(outcome.adversarial)


def test_an_attack_is_named_with_its_parameters() -> None:
    assert named_attack("penalty").name == "penalty"
    assert named_attack("penalty:steps=7,descend=stated").settings["steps"] == 7
    with pytest.raises(BadInput, match="There is no attack"):
        named_attack("nothing:steps=7")


def test_settings_are_pairs() -> None:
    assert settings(["steps=100", " rate = 0.5"]) == {"steps": "100", "rate": "0.5"}


@pytest.mark.parametrize("pair", ["steps", "=100", ""])
def test_what_is_no_pair_is_told(pair: str) -> None:
    with pytest.raises(UsageError, match="set as NAME=VALUE"):
        settings([pair])
