"""Parameters as a table: one entry drives the panel, the command line, limits and help."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from numbers import Real
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

from advgui.core.errors import ParameterError
from advgui.core.language import tr
from advgui.core.lists import listed, offered

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = int | float | bool | str
Role = Literal["budget", "effort", "confidence"]
"""What a setting is in every attack that has it: how large the change may be, how much work it
takes, or how sure the network must be of the goal."""

T = TypeVar("T", int, float, bool, str)
Owner: TypeAlias = "DataclassInstance | type[DataclassInstance]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One setting of an attack, a defence or a training: its type, limits and words.

    ``role`` is None where it is the method's own. ``beyond`` says what a value above the
    maximum would do, if more than that it is too large.
    """

    name: str
    title: str
    default: Value
    help: str
    minimum: float = 0.0
    maximum: float = 1.0
    choices: tuple[str, ...] = ()
    scale: Literal["linear", "log"] = "linear"
    role: Role | None = None
    beyond: str = ""

    def check(self, value: object) -> Value:
        """The value in the parameter's own type; ParameterError where it does not fit."""
        if self.choices:
            return self._checked_choice(value)
        if isinstance(self.default, bool):
            return self._checked_switch(value)
        return self._checked_number(value)

    def _checked_choice(self, value: object) -> str:
        if not isinstance(value, str) or value not in self.choices:
            raise ParameterError(
                tr("{name} is one of {choices}; it cannot be {value!r}.").format(
                    name=self.name, choices=", ".join(self.choices), value=value
                )
            )
        return value

    def _checked_switch(self, value: object) -> bool:
        words = {"yes": True, "true": True, "no": False, "false": False}
        value = words.get(value.lower(), value) if isinstance(value, str) else value
        if not isinstance(value, bool):
            raise ParameterError(
                tr("{name} is yes or no; it cannot be {value!r}.").format(
                    name=self.name, value=value
                )
            )
        return value

    def _checked_number(self, value: object) -> int | float:
        whole = isinstance(self.default, int)
        number = _number(value)
        in_range = number is not None and self.minimum <= number <= self.maximum
        if number is None or not in_range or (whole and number != int(number)):
            sentence = (
                tr("{name} is a whole number from {least:g} to {most:g}; it cannot be {told}.")
                if whole
                else tr("{name} is a number from {least:g} to {most:g}; it cannot be {told}.")
            )
            too_large = self.beyond and number is not None and number > self.maximum
            told = f"{value!r}: {self.beyond}" if too_large else repr(value)
            least, most = self.minimum, self.maximum
            raise ParameterError(sentence.format(name=self.name, least=least, most=most, told=told))
        return int(number) if whole else number


@dataclass(frozen=True, slots=True)
class Missing:
    """What a form says where others have a setting and its owner has none, and why."""

    title: str
    words: str
    why: str


def _number(value: object) -> float | None:
    """The finite number that a value or its text stands for."""
    if isinstance(value, bool) or not isinstance(value, Real | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def parameter(default: T, title: str, help: str, **limits: object) -> T:
    """A dataclass field that is one row of the parameter table."""
    row = {"default": default, "title": title, "help": help, **limits}
    return field(default=default, metadata={"parameter": row})


def parameter_table(owner: Owner) -> tuple[Parameter, ...]:
    """The parameter table of a dataclass, or of an instance of one."""
    return tuple(
        Parameter(name=f.name, **f.metadata["parameter"])
        for f in fields(owner)
        if "parameter" in f.metadata
    )


def with_role(owner: Owner, role: Role) -> Parameter | None:
    """The row that is this to its owner; None where it has none."""
    return next((row for row in parameter_table(owner) if row.role == role), None)


def settings_of(owner: "DataclassInstance") -> dict[str, Value]:
    """The parameters of an instance by name, with the values that it has."""
    names = (field.name for field in fields(owner) if "parameter" in field.metadata)
    return {name: getattr(owner, name) for name in names}


def validated(owner: Owner, values: Mapping[str, object]) -> dict[str, Value]:
    """All of the given values, each in its parameter's own type.

    Raises ParameterError, which tells of all of them what is wrong.
    """
    rows = {row.name: row for row in parameter_table(owner)}
    taken: dict[str, Value] = {}
    problems = []
    for name, value in values.items():
        try:
            taken[name] = _row(rows, name).check(value)
        except ParameterError as error:
            problems.append(str(error).removesuffix("."))
    if problems:
        raise ParameterError(f"{listed(problems)}.")
    return taken


def _row(rows: Mapping[str, Parameter], name: str) -> Parameter:
    if name not in rows:
        raise ParameterError(
            tr("there is no parameter {name}; {there}.").format(
                name=name, there=offered(rows, name)
            )
        )
    return rows[name]
