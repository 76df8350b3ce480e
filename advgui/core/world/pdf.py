"""A page as a PDF of one page, in true size, written by hand as there is so little in it.

Images are packed without loss (Flate) and large enough that no viewer smooths their pixels.
Words are in Helvetica, which every viewer has.
Source: ISO 32000-1:2008, sections 7.5 (files), 8.5 (paths), 8.9.5 (images) and 9.4 (text).
"""

import zlib
from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np

from advgui.core.images import Bytes
from advgui.core.world.shapes import MM_PER_INCH, Box, Disc, Line, Page, PrintedImage, Shape

_POINTS: Final = 72.0 / MM_PER_INCH  # a millimetre's
_MAGNIFIED: Final = 27  # an image's pixel becomes so many squared: 300 dpi at 64 mm
_ROUND: Final = 0.5522847498  # how far the handles of a quarter of a circle stand out
_FONTS: Final = {False: "Helvetica", True: "Helvetica-Bold"}


def pdf_bytes(page: Page) -> bytes:
    """The page as a PDF file; the same page gives the same bytes."""
    images = [shape for shape in page.shapes if isinstance(shape, PrintedImage)]
    content = "\n".join(_drawn(page)).encode("cp1252", "replace")
    size = f"{page.width * _POINTS:.3f} {page.height * _POINTS:.3f}"
    first = 7  # the images' objects come after all others
    names = " ".join(f"/I{n} {first + n} 0 R" for n in range(len(images)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] /Contents 4 0 R /Resources "
        f"<< /Font << /F0 5 0 R /F1 6 0 R >> /XObject << {names} >> >> >>".encode(),
        _stream("", content),
        *(_font(name) for name in _FONTS.values()),
        *(_image(shape.image) for shape in images),
    ]
    return _file(objects, page.title)


def _file(objects: list[bytes], title: str) -> bytes:
    """Numbered objects, the table of where they are, and what a reader begins with."""
    info = f"<< /Title ({_escaped(title)}) /Producer (advgui) >>".encode("cp1252", "replace")
    written, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate([*objects, info], start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(places) + 1
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
        + b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (count, count - 1)
        + b"startxref\n%d\n%%%%EOF\n" % len(written)
    )


def _stream(entries: str, content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    head = f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>"
    return head.encode() + b"\nstream\n" + packed + b"\nendstream"


def _font(name: str) -> bytes:
    kind = "/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding"
    return f"<< {kind} /BaseFont /{name} >>".encode()


def _image(image: Bytes) -> bytes:
    large = np.kron(255 - image, np.ones((_MAGNIFIED, _MAGNIFIED), np.uint8))
    height, width = large.shape
    entries = (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} "
        "/ColorSpace /DeviceGray /BitsPerComponent 8 /Interpolate false"
    )
    return _stream(entries, large.tobytes())


def _drawn(page: Page) -> Iterator[str]:
    """The page's drawing, a line for each shape; a point is 1/72 inch and y goes up."""
    count = 0
    for shape in page.shapes:
        yield _drawing(shape, page.height, f"I{count}")
        count += isinstance(shape, PrintedImage)


def _drawing(shape: Shape, height: float, name: str) -> str:
    x, y = shape.x * _POINTS, (height - shape.y) * _POINTS
    match shape:
        case Box():
            wide, tall = shape.width * _POINTS, shape.height * _POINTS
            return f"{_gray(shape.ink)} {_numbers(x, y - tall, wide, tall)} re f"
        case Disc():
            return f"{_gray(shape.ink)} {_circle(x, y, shape.radius * _POINTS)} f"
        case PrintedImage():
            side = shape.side * _POINTS
            return f"q {_numbers(side, 0, 0, side, x, y - side)} cm /{name} Do Q"
        case Line():
            font = f"/F{int(shape.bold)} {_numbers(shape.size * _POINTS)} Tf"
            return f"BT 0 g {font} {_numbers(x, y)} Td ({_escaped(shape.words)}) Tj ET"


def _circle(x: float, y: float, radius: float) -> str:
    """A circle of four curves, from its right, going up."""
    parts = [f"{_numbers(x + radius, y)} m"]
    for across, up in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        ahead = (-up, across)  # a quarter further on
        ends = [
            (across + _ROUND * ahead[0], up + _ROUND * ahead[1]),
            (ahead[0] + _ROUND * across, ahead[1] + _ROUND * up),
            ahead,
        ]
        places = (at for right, top in ends for at in (x + radius * right, y + radius * top))
        parts.append(f"{_numbers(*places)} c")
    return " ".join(parts)


def _gray(ink: int) -> str:
    return f"{1.0 - ink / 255.0:.4f} g"


def _numbers(*values: float) -> str:
    return _joined(f"{value:.3f}" for value in values)


def _joined(words: Iterable[str]) -> str:
    return " ".join(words)


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
