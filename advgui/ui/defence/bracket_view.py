"""The bracket of the drawing, live under the pen: a sentence, a scale, and the norm of both."""

from typing import Final

from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from advgui.core.attacks.objective import NORMS
from advgui.core.defences.certificates.votes.live_vote import voted_behind_noise
from advgui.core.language import tr
from advgui.lab.attack.state import LabState, RadiusNorm
from advgui.lab.defence.proof import Proof, Question, Span, attacked_distance, span
from advgui.lab.defence.proof_text import proof_words, scale_top, shown_span
from advgui.ui.defence.bracket_scale import BracketScale
from advgui.ui.defence.prover import Prover
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets.layout import column, row, set_tip
from advgui.ui.widgets.steady_note import SteadyNote

_TIPS: Final[dict[RadiusNorm, str]] = {
    "linf": tr("No pixel changes by more"),
    "l2": tr("The root of the sum of all squared changes"),
}
_VOTED: Final = tr(
    "The root of the sum of all squared changes: behind random noise noisy copies of the "
    "drawing vote, and what is proven is proven of their vote"
)


class BracketView(QWidget):
    """Asks about the drawing while it is seen, and about nothing else."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bracket")
        self._controller = controller
        self.prover = Prover(self)
        self._words = SteadyNote(2, name="bracket-words")
        self._scale = BracketScale()
        self._norms = QButtonGroup(self)
        buttons = [self._norm_button(norm) for norm in _TIPS]
        line = row(self._words, *buttons, spacing=TIGHT)
        line.setStretch(0, 1)
        lines = column(self, TIGHT)
        lines.addLayout(line)
        lines.addWidget(self._scale)
        self._asked: Question | None = None
        self._distance = float("inf")
        self._shown: tuple[Proof, float, RadiusNorm] | None = None
        self._tops: dict[RadiusNorm, float] = {}
        self.prover.changed.connect(self._show)

    def _norm_button(self, norm: RadiusNorm) -> QToolButton:
        words = NORMS[norm]
        made = QToolButton()
        made.setObjectName(f"bracket-{norm}")
        made.setText(words)
        made.setAccessibleName(tr("Bracket in {norm}").format(norm=words))
        made.setToolTip(_TIPS[norm])
        made.setCheckable(True)
        made.setAutoRaise(True)
        made.clicked.connect(lambda: self._controller.set_bracket_norm(norm))
        self._norms.addButton(made)
        return made

    def apply(self, new: LabState) -> None:
        """Ask about the drawing of a state that is seen."""
        for button, norm in zip(self._norms.buttons(), _TIPS, strict=True):
            button.setChecked(norm == new.bracket_norm)
            voted = norm == "l2" and voted_behind_noise(new.network) is not None
            set_tip(button, _VOTED if voted else _TIPS[norm])
        drawn = new.reading is not None
        question = Question(new.network, new.image, new.bracket_norm) if drawn else None
        self._distance = attacked_distance(new, self._controller.view)
        if question is None or not question.is_same(self._asked):
            self._asked = question
            self.prover.ask(question)
        self._show()

    def rest(self) -> None:
        """Nobody looks."""
        self._asked = None
        self.prover.rest()

    def _show(self) -> None:
        proof, norm = self.prover.proof, self._controller.state.bracket_norm
        if (proof, self._distance, norm) == self._shown:
            return  # as while the pen moves on before there is an answer
        self._shown = proof, self._distance, norm
        known = span(proof, self._distance)
        words = proof_words(proof, known, norm)
        self._words.set_words(words)
        self._scale.show_span(shown_span(known, norm), self._top(known, norm), words)

    def _top(self, known: Span | None, norm: RadiusNorm) -> float:
        """Where the scale ends: as far as it ever had to, so that lengths can be compared."""
        self._tops[norm] = scale_top(known, norm, self._tops.get(norm, 0.0))
        return self._tops[norm]
