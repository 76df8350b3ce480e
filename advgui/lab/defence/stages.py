"""An image on its way through defences: what each makes of it, and how that is read."""

from dataclasses import dataclass

from advgui.core.defences.defended import after_each, bare_of, defences_of
from advgui.core.images import Bytes, quantise, to_floats
from advgui.core.language import tr
from advgui.core.nn.network import Network, Reading
from advgui.lab.attack.state import LabState
from advgui.lab.runs.shown_run import adversarial_images


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """What is left of an image after some of a network's defences, and is read behind these."""

    title: str
    image: Bytes
    reading: Reading


def stages(
    network: Network, image: Bytes, title: str, known: Reading | None = None
) -> tuple[Stage, ...]:
    """The image (28, 28) itself, by its ``title``, and what it is after each of the defences.

    Each is read as the network behind these reads the image; behind all of them that may be
    ``known``. Images are rounded to be shown; of random defences they show the first draw, over
    all of which the reading is averaged.
    """
    found = [Stage(title, image, bare_of(network).read(image))]
    behind = after_each(network, to_floats(image)[None])
    for defence, (reader, changed) in zip(defences_of(network), behind, strict=True):
        reading = known if reader is network and known else reader.read(image)
        found.append(Stage(defence.title, quantise(changed)[0], reading))
    return tuple(found)


def likeliest(reading: Reading, count: int = 3) -> tuple[int, ...]:
    """The digits of the highest confidences, the label first."""
    others = [digit for digit in range(len(reading.confidences)) if digit != reading.label]
    others.sort(key=lambda digit: -reading.confidences[digit])
    return (reading.label, *others[: count - 1])


def stage_titles(state: LabState, *, attacked: bool = False) -> tuple[str, ...]:
    """What the stages are called, be there an image or not."""
    first = tr("Attacked") if attacked else tr("Drawing")
    return (first, *(defence.title for defence in state.defences))


def adversarial(state: LabState) -> Bytes | None:
    """What an attack that has ended made of the present drawing; None where there is none."""
    run = state.run
    if run is None or not run.outcomes or state.outdated:
        return None
    image: Bytes = adversarial_images(run)[run.selected]
    return image


def shown_stages(state: LabState, *, attacked: bool = False) -> tuple[Stage, ...]:
    """Those of the drawing, or of what an attack made of it; none while nothing is drawn."""
    if state.reading is None:
        return ()
    image = adversarial(state) if attacked else None
    if image is None and not state.defences:
        return (Stage(tr("Drawing"), state.image, state.reading),)
    title = stage_titles(state, attacked=image is not None)[0]
    if image is None:
        return stages(state.network, state.image, title, state.reading)
    return stages(state.network, image, title)
