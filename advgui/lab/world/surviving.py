"""How often the newest adversarial image still fools, drawn a thousand times beside the window."""

from collections.abc import Generator
from dataclasses import asdict, dataclass, fields, replace
from typing import ClassVar, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.parameters import Parameter, Value
from advgui.core.world.draws import Draws, Ranges
from advgui.core.world.survival import DRAWS, held_draws, survival, wall
from advgui.core.world.warp import Warp
from advgui.lab.attack.phrases import percent
from advgui.lab.attack.state import LabState
from advgui.lab.defence.stages import adversarial
from advgui.lab.worker.jobs import JobState

#: So many of the draws are shown, one beside the other.
SHOWN: Final = 300
_TOGETHER: Final = 50
_LIMITS: Final = {
    "rotation_degrees": (
        tr("Rotation °"),
        45.0,
        tr("Turned by up to so many degrees, to either side."),
    ),
    "shift_px": (
        tr("Shift px"),
        5.0,
        tr("Moved by up to so many pixels of 28, in both directions."),
    ),
    "scale": (tr("Scale ±"), 0.4, tr("Made larger or smaller by up to this share.")),
    "blur_px": (tr("Blur px"), 2.0, tr("Blurred by a Gaussian of up to so many pixels.")),
    "contrast": (tr("Contrast ±"), 0.6, tr("More or less contrast by up to this share.")),
    "brightness": (tr("Brightness ±"), 0.3, tr("Brighter or darker by up to so much of white.")),
    "noise": (tr("Noise"), 0.3, tr("Noise of up to this deviation of gray.")),
}


def range_table() -> tuple[Parameter, ...]:
    """The ranges as rows for controls."""
    usual = asdict(Ranges())
    return tuple(
        Parameter(name=name, title=title, default=usual[name], help=words, maximum=most)
        for name, (title, most, words) in _LIMITS.items()
    )


def ranges_of(values: dict[str, Value]) -> Ranges:
    """The ranges that the controls are set to."""
    return Ranges(**{one.name: float(values[one.name]) for one in fields(Ranges)})


class Moves(NamedTuple):
    """How each of m views is turned, in degrees, shifted (m, 2) right and down, and scaled."""

    degrees: NDArray[np.float64]
    shifts: NDArray[np.float64]
    scales: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Survived:
    """The draws so far, of ``DRAWS``: which ones fool, and which leave the plain image as it was.

    ``images`` (m, 28, 28) are what the first of them make of the adversarial image, and
    ``labels`` what is read in them.
    """

    images: Bytes
    fooled: NDArray[np.bool_]
    kept: NDArray[np.bool_]
    labels: NDArray[np.int64]
    moves: Moves

    @property
    def done(self) -> int:
        """How many draws there are."""
        return len(self.fooled)


@dataclass(frozen=True, slots=True, eq=False)
class MeasureSurvival:
    """Look at an original and an adversarial image (28, 28) through many draws."""

    kind: ClassVar[str] = "survival"
    network: Network
    original: Bytes
    adversarial: Bytes
    goal: int | None
    ranges: Ranges

    def steps(self) -> Generator[Survived, None, Survived]:
        """Some draws after the other, always the same ones."""
        draws = held_draws(DRAWS, self.ranges)
        nothing = np.zeros(0, bool)
        images = wall(self.adversarial, draws, SHOWN)
        state = Survived(images, nothing, nothing, np.zeros(0, np.int64), _moves(draws))
        goals = None if self.goal is None else np.array([self.goal])
        for some in draws.pieces(_TOGETHER):
            found = survival(self.network, self.original[None], self.adversarial[None], goals, some)
            state = replace(
                state,
                fooled=np.append(state.fooled, found.fooled[:, 0]),
                kept=np.append(state.kept, found.kept[:, 0]),
                labels=np.append(state.labels, found.labels[:, 0]),
            )
            yield state
        return state


def _moves(draws: Draws) -> Moves:
    """What the maps of the draws do, which go from a view back to the image."""
    warp = next(stage for stage in draws.stages if isinstance(stage, Warp))
    forth = np.linalg.inv(warp.maps[:, :, :2])
    degrees = np.rad2deg(np.arctan2(forth[:, 1, 0], forth[:, 0, 0]))
    shifts = -(forth @ warp.maps[:, :, 2:])[:, :, 0]
    return Moves(degrees, shifts, np.sqrt(np.linalg.det(forth)))


Survey = JobState[MeasureSurvival, Survived]


def wanted(state: LabState, ranges: Ranges) -> MeasureSurvival | None:
    """What is to be looked at: the newest attack on the present drawing, if there is one."""
    image, run = adversarial(state), state.run
    if image is None or run is None:
        return None
    return MeasureSurvival(state.network, run.original, image, run.goal, ranges)


def same(one: MeasureSurvival, other: MeasureSurvival | None) -> bool:
    """Whether both ask the same."""
    return (
        other is not None
        and one.network is other.network
        and (one.goal, one.ranges) == (other.goal, other.ranges)
        and np.array_equal(one.original, other.original)
        and np.array_equal(one.adversarial, other.adversarial)
    )


NOTHING: Final = tr(
    "Attack the drawing first: then you see here in how many of 1,000 random views, "
    "turned, moved, blurred and noisy, it still fools."
)


def survey_words(survey: Survey) -> str:
    """What the figures mean, in two sentences."""
    found, job = survey.value, survey.job
    if job is None or found is None or not found.done:
        return NOTHING if job is None else survey.sentence or tr("Looking at it in 1,000 ways…")
    fooled, kept = percent(float(found.fooled.mean())), percent(float(found.kept.mean()))
    wish = tr("as another digit") if job.goal is None else tr("as {label}").format(label=job.goal)
    words = tr(
        "Still fools in {fooled} of {views:,} random views: it is read {wish} there. The plain "
        "digit is read as before in {kept} of the same views; no attack can be expected to last "
        "much longer than the digit itself."
    )
    return words.format(fooled=fooled, views=found.done, wish=wish, kept=kept)


def draw_words(found: Survived, number: int) -> str:
    """One small image of the wall."""
    if number >= found.done:
        return tr("View {number:,}, not read yet").format(number=number + 1)
    verdict = tr("still fools") if found.fooled[number] else tr("does not fool")
    right, down = found.moves.shifts[number]
    words = tr("As it is: read as {label}, {verdict}")
    if number:
        words = tr(
            "View {number:,}, turned by {degrees:+.0f}°, moved by {right:+.1f}, {down:+.1f} px, "
            "{scale:.2f} times as large: read as {label}, {verdict}"
        )
    return words.format(
        number=number + 1,
        degrees=found.moves.degrees[number],
        right=right,
        down=down,
        scale=found.moves.scales[number],
        label=found.labels[number],
        verdict=verdict,
    )
