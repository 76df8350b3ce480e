"""The ways of training that defend, by name.

A new one is a ``TrainingDefence`` in a file of this package, or an entry point of the group
``advgui.training``: the window, the command and Python then offer it, with its parameters.
"""

from collections.abc import Mapping
from typing import Any, Final

from advgui.core.errors import ParameterError
from advgui.core.language import tr
from advgui.core.lists import of_name
from advgui.core.nn.network import Network
from advgui.core.parameters import validated
from advgui.core.plugins import registry, subclasses
from advgui.core.training.defending import TrainingDefence

TRAINING_DEFENCES: Final[Mapping[str, type[TrainingDefence]]] = registry(
    "advgui.core.training",
    "advgui.training",
    subclasses(TrainingDefence),  # type: ignore[type-abstract]
    lambda defence: defence.name,
)


def make_training_defence(
    name: str,
    parameters: Mapping[str, object] | None = None,
    teacher: Network | None = None,
) -> TrainingDefence:
    """The way of training of that name with these parameters, the others at their defaults.

    ``teacher`` is the network that one which is ``taught`` learns from.
    Raises ParameterError for an unknown name, a value out of range, or a teacher too few or
    too many.
    """
    unknown = tr("There is no way of training {name!r}; {there}.")
    kind = of_name(TRAINING_DEFENCES, name, unknown)
    if kind.taught != (teacher is not None):
        sentence = (
            tr("Training by {name} needs a network as its teacher.")
            if kind.taught
            else tr("Training by {name} has no use for a network as its teacher.")
        )
        raise ParameterError(sentence.format(name=name))
    given: dict[str, Any] = {**validated(kind, parameters or {})}
    if teacher is not None:
        given["teacher"] = teacher
    return kind(**given)
