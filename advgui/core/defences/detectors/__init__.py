"""Detectors of poisoned training sets, by name: what a defender looks for once it is trained.

A new one is a file here, or an entry point of the group ``advgui.detectors``.
"""

from collections.abc import Mapping
from typing import Final

from advgui.core.defences.detectors.base import Catch, Detector, judged
from advgui.core.language import tr
from advgui.core.lists import of_name
from advgui.core.parameters import validated
from advgui.core.plugins import registry, subclasses

DETECTORS: Final[Mapping[str, type[Detector]]] = registry(
    __name__,
    "advgui.detectors",
    subclasses(Detector),  # type: ignore[type-abstract]
    lambda detector: detector.name,
)


def make_detector(name: str, parameters: Mapping[str, object] | None = None) -> Detector:
    """The detector of that name with these parameters, the others at their defaults.

    Raises ParameterError for an unknown name or a value out of range.
    """
    kind = of_name(DETECTORS, name, tr("There is no detector {name!r}; {there}."))
    return kind(**validated(kind, parameters or {}))


__all__ = ["DETECTORS", "Catch", "Detector", "judged", "make_detector"]
