"""The ways of training that defend, as options: one each, and one for each of their parameters."""

from argparse import Namespace
from collections.abc import Iterable, Mapping
from typing import Final

from advgui.commands.cli.parser import Parser, UsageError
from advgui.core.nn.network import Network
from advgui.core.parameters import Parameter, parameter_table
from advgui.core.training.defending import TrainingDefence
from advgui.core.training.registry import TRAINING_DEFENCES, make_training_defence
from advgui.core.zoo import find_network

#: Parameters that are not called as their options: a training has steps of its own.
OPTIONS: Final[Mapping[str, str]] = {"steps": "attack-steps"}


def add_training_ways(parser: Parser) -> None:
    """``--adversarial``, ``--distil NAME|FILE``, ``--noise SIGMA`` and what belongs to them."""
    ways = parser.add_mutually_exclusive_group()
    for name, kind in TRAINING_DEFENCES.items():
        words = _small(kind.summary)
        if kind.taught or kind.carried:
            meta = "NAME|FILE" if kind.taught else kind.carried.upper()
            ways.add_argument(f"--{name}", metavar=meta, help=words)
        else:
            ways.add_argument(f"--{name}", action="store_true", help=words)
    for parameter, owners in _owners().items():
        rows = {name: _rows(TRAINING_DEFENCES[name])[parameter] for name in owners}
        first = next(iter(rows.values()))
        meta = "|".join(first.choices) or parameter.upper()
        parser.add_argument(_option(parameter), metavar=meta, help=_help(rows))


def chosen_way(options: Namespace) -> TrainingDefence | None:
    """The way of training that was asked for, None for the plain one.

    Raises UsageError for a parameter of another one.
    """
    chosen = next((name for name in TRAINING_DEFENCES if _value(options, f"--{name}")), None)
    given: dict[str, str] = {}
    for parameter, owners in _owners().items():
        value = _value(options, _option(parameter))
        if value is not None and chosen not in owners:
            raise UsageError(f"{_option(parameter)} is only told with {_or(owners)}.")
        if value is not None:
            given[parameter] = value
    if chosen is None:
        return None
    kind, value = TRAINING_DEFENCES[chosen], str(_value(options, f"--{chosen}"))
    teacher: Network | None = find_network(value) if kind.taught else None
    carried = {kind.carried: value} if kind.carried else {}
    return make_training_defence(chosen, {**given, **carried}, teacher)


def _owners() -> dict[str, list[str]]:
    """Every parameter that has an option of its own, and the ways of training that have it."""
    owners: dict[str, list[str]] = {}
    for name, kind in TRAINING_DEFENCES.items():
        for parameter in _rows(kind):
            if parameter != kind.carried:
                owners.setdefault(parameter, []).append(name)
    return owners


def _rows(kind: type[TrainingDefence]) -> dict[str, Parameter]:
    return {row.name: row for row in parameter_table(kind)}


def _help(rows: Mapping[str, Parameter]) -> str:
    """The words of the first; each default once, with those that have it."""
    defaults: dict[object, list[str]] = {}
    for name, row in rows.items():
        defaults.setdefault(row.default, []).append(name)
    told = "; ".join(f"{default} for {_or(names)}" for default, names in defaults.items())
    return f"{_small(next(iter(rows.values())).help)} (default: {told})"


def _option(parameter: str) -> str:
    return f"--{OPTIONS.get(parameter, parameter.replace('_', '-'))}"


def _value(options: Namespace, option: str) -> str | None:
    value: str | None = getattr(options, option.removeprefix("--").replace("-", "_"))
    return value


def _or(names: Iterable[str]) -> str:
    return " or ".join(f"--{name}" for name in names)


def _small(sentence: str) -> str:
    return f"{sentence[0].lower()}{sentence[1:-1]}".replace("%", "%%")
