"""The architectures that can be trained, each with the recipe that suits it.

A new one is a function that makes its layers and a line here.
"""

from collections.abc import Mapping
from typing import Final

from advgui.core.nn.architectures.base import ACTIVATIONS, Activation, Architecture
from advgui.core.nn.architectures.deep import CONVOLUTIONAL, DENSE
from advgui.core.nn.architectures.graph import GRAPH
from advgui.core.nn.architectures.linear import BAYES, SOFTMAX, SVM
from advgui.core.nn.architectures.recurrent import RECURRENT
from advgui.core.nn.architectures.shallow import REPORT, REPORT_RELU, REPORT_TANH

ARCHITECTURES: Final[Mapping[str, Architecture]] = {
    architecture.name: architecture
    for architecture in (
        REPORT,
        REPORT_TANH,
        REPORT_RELU,
        SOFTMAX,
        SVM,
        BAYES,
        DENSE,
        CONVOLUTIONAL,
        RECURRENT,
        GRAPH,
    )
}

__all__ = ["ACTIVATIONS", "ARCHITECTURES", "Activation", "Architecture"]
