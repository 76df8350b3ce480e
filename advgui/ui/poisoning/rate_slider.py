"""How much is poisoned: a slider over rates that are worth trying, from nothing to half."""

from typing import Final

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.lab.poisoning.choice import PoisonChoice
from advgui.lab.poisoning.text import rate_words
from advgui.ui.glossary.term import Term
from advgui.ui.widgets.layout import label, row
from advgui.ui.widgets.told_slider import ToldSlider

RATES: Final = (0.0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5)
_WIDE: Final = 96


class RateSlider(QWidget):
    """Says ``changed`` with a rate."""

    changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("poison-rate-row")
        self._slider = ToldSlider(
            tr("Rate"), lambda at: tr("{share:g} % of the images").format(share=100 * RATES[at])
        )
        self._slider.setObjectName("poison-rate")
        self._slider.setRange(0, len(RATES) - 1)
        self._slider.setPageStep(2)
        self._slider.setMinimumWidth(_WIDE)
        self._figure = label(name="poison-rate-figure")
        words = Term(tr("Rate"))
        words.setBuddy(self._slider)
        line = row(words, self._slider, self._figure)
        line.setStretch(1, 1)
        self.setLayout(line)
        self._slider.valueChanged.connect(lambda at: self.changed.emit(RATES[at]))

    def show_choice(self, choice: PoisonChoice) -> None:
        """The rate of the chosen attack, and of what it is a share."""
        rate = float(choice.poisoning.settings["rate"])
        with QSignalBlocker(self._slider):
            self._slider.setValue(int(np.abs(np.array(RATES) - rate).argmin()))
        self._figure.setText(rate_words(choice))
        self._slider.setAccessibleDescription(rate_words(choice))
        self._slider.setToolTip(tr("How much is poisoned: {rate}").format(rate=rate_words(choice)))
