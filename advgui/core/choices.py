"""What parameters have to choose from, as it is said; the choices themselves are names."""

from collections.abc import Mapping
from typing import Final

from advgui.core.language import tr

_WORDS: Final[Mapping[str, str]] = {
    "all": tr("all", "choice"),
    "bare-cross-entropy": tr("bare-cross-entropy", "choice"),
    "both": tr("both", "choice"),
    "confidences": tr("confidences", "choice"),
    "cross-entropy": tr("cross-entropy", "choice"),
    "drawing": tr("drawing", "choice"),
    "every": tr("every", "choice"),
    "glasses": tr("glasses", "choice"),
    "grow": tr("grow", "choice"),
    "logits": tr("logits", "choice"),
    "margin": tr("margin", "choice"),
    "noise": tr("noise", "choice"),
    "painted": tr("painted", "choice"),
    "pixels": tr("pixels", "choice"),
    "published": tr("published", "choice"),
    "random": tr("random", "choice"),
    "shrink": tr("shrink", "choice"),
    "squared-error": tr("squared-error", "choice"),
    "stated": tr("stated", "choice"),
    "sticker": tr("sticker", "choice"),
    "targeted-dlr": tr("targeted-dlr", "choice"),
    "two stickers": tr("two stickers", "choice"),
    "waves": tr("waves", "choice"),
}


def choice_words(choice: str) -> str:
    """What is shown of it; itself where it is a name, as of a network, or another package's."""
    return _WORDS.get(choice, choice)
