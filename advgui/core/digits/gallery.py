"""Digits drawn for the project, so that the first click works without drawing."""

from dataclasses import dataclass

from advgui.core.digits.rendering import Strokes
from advgui.core.digits.strokes_file import digit_strokes
from advgui.core.errors import StrokeFileError
from advgui.core.images import LABELS
from advgui.core.json_text import JsonError, parse_json
from advgui.core.language import known, tr
from advgui.core.resources import resource


@dataclass(frozen=True, slots=True, eq=False)
class GalleryDigit:
    """A digit of the gallery: what it is, in words too, and its strokes in canvas units."""

    label: int
    title: str
    strokes: Strokes


def read_gallery() -> tuple[GalleryDigit, ...]:
    """All digits of the gallery, in rows of ten from 0 to 9.

    Raises ResourceError where the installation lacks the gallery, and StrokeFileError
    where it is damaged.
    """
    path = resource("gallery.json")
    try:
        found = parse_json(path.read_bytes())
    except (OSError, JsonError) as error:
        raise StrokeFileError(tr("{path}: not the gallery of advgui.").format(path=path)) from error
    values = found.get("digits") if isinstance(found, dict) else None
    if not isinstance(values, list):
        raise StrokeFileError(tr("{path}: not the gallery of advgui.").format(path=path))
    return tuple(
        _digit(value, tr("{path}, digit {number}").format(path=path, number=n))
        for n, value in enumerate(values)
    )


def _digit(value: object, place: str) -> GalleryDigit:
    if not isinstance(value, dict):
        raise StrokeFileError(tr("{place}: without a label and a title.").format(place=place))
    label, title = value.get("label"), value.get("title")
    if type(label) is not int or not 0 <= label < LABELS or type(title) is not str:
        raise StrokeFileError(tr("{place}: without a label and a title.").format(place=place))
    return GalleryDigit(label, known(title), digit_strokes(value.get("strokes"), place))
