"""The Compare page: one attack's image shown to every network, or every network's to all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QToolButton, QWidget

from advgui.core.language import tr
from advgui.lab.networks.library import Library
from advgui.ui.comparison.one_image_view import OneImageView
from advgui.ui.comparison.transfer_view import TransferView
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import SMALL, TIGHT
from advgui.ui.widgets.layout import choice, column, heading, row


class ComparePage(QWidget):
    """Two views and the buttons that choose one; what is not shown costs nothing.

    Says ``turned`` when the other view is shown.
    """

    turned = Signal()

    def __init__(
        self, controller: Controller, library: Library, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compare-page")
        self.comparison = OneImageView(controller, library)
        self.transfer = TransferView(controller, library)
        self._views = QStackedWidget()
        self._views.setObjectName("compare-views")
        self._choices = QButtonGroup(self)
        lines = column(self, SMALL)
        lines.addLayout(
            row(heading(tr("Compare", "page")), 1, *self._make_choices(), spacing=TIGHT)
        )
        lines.addWidget(self._views, 1)

    def _make_choices(self) -> tuple[QToolButton, ...]:
        made = (
            choice(
                "compare-one", tr("This attack"), tr("Show one attack's image to every network")
            ),
            choice(
                "compare-all", tr("Every network's"), tr("Attack every network, show each to all")
            ),
        )
        for number, (button, view) in enumerate(
            zip(made, (self.comparison, self.transfer), strict=True)
        ):
            self._choices.addButton(button, number)
            self._views.addWidget(view)
        self._choices.idClicked.connect(self._views.setCurrentIndex)
        self._views.currentChanged.connect(lambda: self.turned.emit())
        made[0].setChecked(True)
        return made

    @property
    def shows_attack(self) -> bool:
        """Whether the view is shown that follows the attack."""
        return self._views.currentWidget() is self.comparison

    def close_work(self) -> None:
        """End what runs."""
        self.transfer.close_work()
