"""Defences: what a network is put behind, to be read, attacked and evaluated there."""

from advgui.api.checked import checked_network
from advgui.core import defences
from advgui.core.defences import DEFENCES, Defence
from advgui.core.defences.defended import defended
from advgui.core.errors import ParameterError
from advgui.core.nn.network import Network
from advgui.core.parameters import Value


def list_defences() -> tuple[str, ...]:
    """The names of the defences; ``advgui defences`` tells of their parameters.

    >>> import advgui
    >>> "threshold" in advgui.list_defences()
    True
    """
    return tuple(DEFENCES)


def make_defence(name: str, **parameters: Value) -> Defence:
    """A defence with these parameters, the others at their defaults.

    Raises:
        ParameterError: A BadInput, for an unknown name, or a value out of its range.

    >>> import advgui
    >>> advgui.make_defence("threshold", threshold=0.4).settings["threshold"]
    0.4
    """
    return defences.make_defence(name, parameters)


def defend(network: Network, *chosen: str | Defence, **parameters: Value) -> Network:
    """The network behind defences, which every other call takes as it takes a network.

    ``recognise`` reads through them, and ``attack``, ``attack_batch`` and ``evaluate`` attack
    through them, unless they are told ``aware=False``.

    Args:
        network: From ``load_network`` or ``train``. Defences that it has already are replaced.
        *chosen: Each one of ``list_defences()``, or what ``make_defence`` made; the first is given
            the image. None of them gives the network alone.
        **parameters: Those of the defence, where one is chosen by its name.

    Raises:
        ParameterError: A BadInput, for an unknown defence, a value out of its range, or
            parameters of none.

    >>> import advgui
    >>> network, seven = advgui.load_network("report"), advgui.load_gallery().images[7]
    >>> behind = advgui.defend(network, "threshold", threshold=0.4)
    >>> unaware = advgui.attack(behind, seven, goal=3, aware=False)
    >>> unaware.fooled, unaware.fooled_through
    (True, False)
    >>> advgui.attack(behind, seven, goal=3).fooled_through
    True
    """
    if parameters and (len(chosen) != 1 or not isinstance(chosen[0], str)):
        named = ", ".join(parameters)
        raise ParameterError(f"{named}: say it to make_defence, unless one is chosen by its name.")
    return defended(checked_network(network), [_defence(one, parameters) for one in chosen])


def _defence(one: str | Defence, parameters: dict[str, Value]) -> Defence:
    if isinstance(one, str):
        return defences.make_defence(one, parameters)
    if not isinstance(one, Defence):
        raise ParameterError(
            f"A defence is one of list_defences(), or what make_defence made, not {one!r}."
        )
    return one
