"""Has the drawing's bracket looked for in a process beside the window, the newest one first."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from advgui.core.nn.network import Network
from advgui.lab.defence import proof
from advgui.lab.defence.proof import Proof, Question
from advgui.lab.worker.messages import ProofReport, ProofRequest
from advgui.lab.worker.proof_session import packed
from advgui.ui.session.moment import Kept
from advgui.ui.session.worker_bridge import Background

#: From one look at a bracket to the next.
_REPORTS_MS: Final = 15


class Prover(QObject):
    """Holds the one frozen state of it; ``changed`` says that there is a new one.

    While the pen moves, the next image is asked about as soon as there is a first bracket of
    the last one: those between are never looked at, so that nothing piles up.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prover")
        self._proof = Proof()
        self._waits: Question | None = None
        self._answered = True
        self._packed = Kept[Network, bytes](packed)
        self._background = Background(interval_ms=_REPORTS_MS, modest=False, parent=self)
        self._background.reported.connect(self._take)

    @property
    def proof(self) -> Proof:
        """What is known so far."""
        return self._proof

    def ask(self, question: Question | None) -> None:
        """Look into this now, or as soon as the one before has a first answer; None is nothing."""
        if question is None:
            self.rest()
            return
        if not self._answered and question.is_like(self._proof.question):
            self._waits = question
            return
        self._waits, self._answered = None, False
        self._go(proof.asked(self._proof, question))
        self._background.runner.submit(
            ProofRequest(
                self._proof.ticket, self._packed(question.network), question.image, question.norm
            )
        )

    def rest(self) -> None:
        """Look into nothing."""
        self._waits, self._answered = None, True
        self._background.runner.cancel()
        self._go(proof.asked(self._proof, None))

    def close(self) -> None:
        """End the process; nothing is told any more."""
        self._background.close()

    def _take(self, report: ProofReport) -> None:
        new = proof.reported(self._proof, report)
        self._answered = self._answered or new is not self._proof
        waits = self._waits
        self._go(new)
        if self._answered and waits is not None:
            self.ask(waits)

    def _go(self, new: Proof) -> None:
        old, self._proof = self._proof, new
        if new is not old:
            self.changed.emit()
