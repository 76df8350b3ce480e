"""Each way of training that defends is an option, and its parameters are options with it."""

import pytest

from advgui.commands.cli.parser import Parser, UsageError
from advgui.commands.cli.training_ways import add_training_ways, chosen_way
from advgui.core.parameters import parameter_table
from advgui.core.training.adversarial import Adversarial
from advgui.core.training.defending import TrainingDefence
from advgui.core.training.distillation import Distillation
from advgui.core.training.noise import Noise
from advgui.core.training.registry import TRAINING_DEFENCES


@pytest.fixture
def parser() -> Parser:
    made = Parser(prog="train")
    add_training_ways(made)
    return made


def chosen(parser: Parser, *arguments: str) -> TrainingDefence | None:
    return chosen_way(parser.parse_args(arguments))


def test_nothing_told_is_the_plain_way(parser: Parser) -> None:
    assert chosen(parser) is None


def test_each_has_its_parameters(parser: Parser) -> None:
    arguments = ("--budget", "1.5", "--norm", "l2", "--attack-steps", "1", "--ramp", "0")
    expected = Adversarial(budget=1.5, norm="l2", steps=1, ramp=0)
    assert chosen(parser, "--adversarial", *arguments) == expected
    assert chosen(parser, "--noise", "0.5") == Noise(sigma=0.5)
    student = chosen(parser, "--distil", "softmax", "--temperature", "20")
    assert isinstance(student, Distillation)
    assert (student.teacher.name, student.temperature) == ("softmax", 20)


def test_every_parameter_of_the_registry_is_in_the_help(parser: Parser) -> None:
    words = parser.format_help()
    for name, kind in TRAINING_DEFENCES.items():
        assert f"--{name}" in words
        for row in parameter_table(kind):
            assert row.name == kind.carried or row.name.replace("_", "-") in words


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--budget", "0.1"), "--budget is only told with --adversarial"),
        (("--noise", "0.1", "--temperature", "4"), "--temperature is only told with --distil"),
        (("--noise", "0.1", "--adversarial"), "not allowed with"),
    ],
)
def test_half_of_a_way_is_told_in_a_sentence(
    parser: Parser, arguments: tuple[str, ...], words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        chosen(parser, *arguments)
