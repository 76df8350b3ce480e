"""What is asked about the run that is shown, and done beside the window."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.attacks.outcome import Stuck
from advgui.core.explanation.explain import Explanation, explain
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.lab.attack.state import LabState
from advgui.lab.worker.jobs import JobState


@dataclass(frozen=True, slots=True, eq=False)
class Explain:
    """Explain what came of an attack on a ``network``, as it was attacked.

    ``original`` and ``adversarial`` (28, 28) are valid images, ``goal`` None away from what is
    read. ``aware`` says that what stands before the network is part of it; ``stuck`` why the
    attack could not move.
    """

    kind: ClassVar[str] = "explanation"
    network: Network
    original: Bytes
    adversarial: Bytes
    goal: int | None
    seed: int
    aware: bool = True
    stuck: Stuck | None = None

    def steps(self) -> Generator[Explanation, None, Explanation]:
        """All that is known, after each piece of the work."""
        return explain(self.network, self.original, self.adversarial, self.goal, seed=self.seed)

    def asks_as(self, other: "Explain | None") -> bool:
        """Whether both ask the same."""
        return (
            other is not None
            and self.network is other.network
            and (self.goal, self.seed, self.stuck) == (other.goal, other.seed, other.stuck)
            and np.array_equal(self.original, other.original)
            and np.array_equal(self.adversarial, other.adversarial)
        )


Explaining = JobState[Explain, Explanation]


def wanted(state: LabState) -> Explain | None:
    """What is to be explained: the selected lane of the run that is shown, once it has ended."""
    run = state.run
    if run is None or run.outcome is None:
        return None
    return Explain(
        network=run.network,
        original=run.original,
        adversarial=run.outcome.adversarial,
        goal=run.goal,
        seed=run.request.seed,
        aware=run.request.aware,
        stuck=run.outcome.stuck,
    )
