"""A widget that is seen as long as its test lasts."""

from typing import Protocol, TypeVar

from PySide6.QtWidgets import QWidget

Shown = TypeVar("Shown", bound=QWidget)


class ShowAt(Protocol):
    """The fixture ``show_at``."""

    def __call__(self, widget: Shown, width: int, height: int) -> Shown:
        """Show a widget in light colours, in that size, and wait until it is seen."""
        ...
