"""What is said of a photo that was read back: what a network makes of each image, and who fools."""

from dataclasses import dataclass

from advgui.core.language import tr
from advgui.core.nn.network import Network, Reading
from advgui.core.world.photo import SheetReading
from advgui.lab.attack.phrases import percent, reads


@dataclass(frozen=True, slots=True, eq=False)
class JudgedPhoto:
    """A photo of a sheet, and what a network reads in its two images; ``goal`` if one is known."""

    sheet: SheetReading
    network: Network
    original: Reading
    adversarial: Reading
    goal: int | None = None

    @property
    def fooled(self) -> bool:
        """Whether the photo of the adversarial image has the goal, or else another label."""
        if self.adversarial.label == self.original.label:
            return False
        return self.goal in (None, self.adversarial.label)


def judged(sheet: SheetReading, network: Network, goal: int | None = None) -> JudgedPhoto:
    """What a network makes of the valid images that a photo gave."""
    return JudgedPhoto(
        sheet, network, network.read(sheet.original), network.read(sheet.adversarial), goal
    )


def verdict_words(photo: JudgedPhoto) -> str:
    """One sentence: fooled by the photo, or not."""
    before, after = photo.original, photo.adversarial
    if photo.fooled:
        words = tr(
            "Fooled by your photo: {name} {reads} in the original, and {label} · {share} in the "
            "adversarial image."
        )
    elif after.label == before.label:
        words = tr(
            "Not fooled by your photo: {name} {reads} in the original, and the same digit in the "
            "adversarial image. A larger change survives print and camera better, as inside a "
            "budget of L2 3."
        )
    else:
        words = tr(
            "Not fooled as wanted: {name} {reads} in the original, and {label} in the adversarial "
            "image, where {goal} was wanted."
        )
    return words.format(
        name=tr("“{title}”").format(title=photo.network.title),
        reads=reads(before),
        label=after.label,
        share=percent(after.confidences[after.label]),
        goal=photo.goal,
    )
