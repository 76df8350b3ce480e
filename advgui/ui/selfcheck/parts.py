"""Checks of an installation's parts: its networks, Pillow's formats, its icons."""

from typing import TypeVar

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage, QPalette, QPixmap

from advgui.core.digits.image_file import read_image, write_png
from advgui.core.disk.leftovers import scratch_folder
from advgui.core.errors import BadInput
from advgui.core.images import Bytes
from advgui.core.language import LANGUAGES, read_translations
from advgui.core.zoo import SHIPPED, default_network, load_shipped
from advgui.ui.language.qt_words import qt_words
from advgui.ui.theme.icons import NAMES, application_icon, icon

Thing = TypeVar("Thing")


class CheckError(BadInput):
    """Something is not as it is known to be."""


def there(thing: Thing | None, name: str) -> Thing:
    """The thing, which has to be there. Raises CheckError where it is not."""
    if thing is None:
        raise CheckError(f"There is no such thing as {name}.")
    return thing


def check_networks(image: Bytes, label: int) -> str:
    """All networks that ship read this image as this label.

    Raises CheckError where one does not, and what ``load_shipped`` raises.
    """
    for name in SHIPPED:
        read = load_shipped(name).read(image).label
        if read != label:
            raise CheckError(f"The network {name} reads {read} where {label} is known.")
    return f"{len(SHIPPED)} networks"


def check_images(image: Bytes) -> str:
    """An image can be written and read as PNG, bit for bit, and read as JPEG, as what it was.

    Raises CheckError where that is not so, and ImageFileError where it cannot be done.
    """
    network = load_shipped(default_network())
    with scratch_folder() as folder:
        png, jpeg = folder / "digit.png", folder / "digit.jpg"
        write_png(png, image)
        if not np.array_equal(read_image(png), image):
            raise CheckError("An image comes back from a PNG file as another one.")
        Image.fromarray(image).resize((112, 112)).save(jpeg, quality=95)
        if network.read(read_image(jpeg)).label != network.read(image).label:
            raise CheckError("An image comes back from a JPEG file as another digit.")
    return "PNG, JPEG"


def check_languages() -> str:
    """All languages ship, and whether Qt has its own words in each. Raises what is missing."""
    others = [name for name in LANGUAGES if name != "en"]
    for name in others:
        if not read_translations(name):
            raise CheckError(f"Nothing is translated into {LANGUAGES[name]}.")
    lacking = [LANGUAGES[name] for name in others if not qt_words(name).is_file()]
    told = f"{len(LANGUAGES)} languages"
    return f"{told}, but Qt itself does not speak {' and '.join(lacking)}" if lacking else told


def check_icons(palette: QPalette) -> str:
    """Every icon is drawn. Raises CheckError where one is empty, and ResourceError."""
    drawn = {name: icon(name, palette).pixmap(20) for name in NAMES}
    drawn["advgui"] = application_icon().pixmap(64)
    for name, pixmap in drawn.items():
        if len(colours(pixmap)) < 2:
            raise CheckError(f"The icon {name} is empty.")
    return f"{len(drawn)} icons"


def colours(pixmap: QPixmap) -> set[int]:
    """The colours of a picture, each as 0xAARRGGBB."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return set(np.frombuffer(image.constBits(), np.uint32).tolist())
