"""The architectures that can be trained, each with the recipe that suits it.

A new one is a file here, or an entry point of the group ``advgui.architectures``: the command,
the Train page and the tests take what ``ARCHITECTURES`` finds.
"""

from collections.abc import Mapping
from typing import Final

from advgui.core.nn.architectures.base import ACTIVATIONS, Activation, Architecture
from advgui.core.plugins import instances, registry

# In this order they are listed, the report's and the simple ones first; others come behind.
_ORDER: Final = (
    *("report", "report-tanh", "report-relu", "softmax", "svm", "bayes"),
    *("dense", "convolutional", "strided", "recurrent", "graph"),
)


def _ordered(found: Mapping[str, Architecture]) -> dict[str, Architecture]:
    names = sorted(found, key=lambda name: (*_ORDER, name).index(name))
    return {name: found[name] for name in names}


#: All architectures by name, in the order in which they are listed.
ARCHITECTURES: Final[Mapping[str, Architecture]] = registry(
    __name__, "advgui.architectures", instances(Architecture), lambda it: it.name, _ordered
)

__all__ = ["ACTIVATIONS", "ARCHITECTURES", "Activation", "Architecture"]
