"""The PDF: what an independent viewer draws is the page, in true size and without loss."""

import io
from dataclasses import replace

import numpy as np
import pypdfium2
import pytest

from advgui.core.images import Bytes
from advgui.core.world.pdf import pdf_bytes
from advgui.core.world.shapes import MM_PER_INCH, Line, Page, PrintedImage
from advgui.core.world.sheet import PAPERS
from tests.sheets import page


def drawn(content: bytes, dpi: float) -> Bytes:
    document = pypdfium2.PdfDocument(content)
    try:
        image = document[0].render(scale=dpi / 72, grayscale=True).to_numpy()
        return np.array(image).reshape(image.shape[:2])
    finally:
        document.close()


@pytest.mark.parametrize("paper", PAPERS)
def test_a_viewer_sees_a_page_of_the_papers_size(paper: str) -> None:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf_bytes(page(paper))))
    size = np.array(document[0].get_size()) / 72 * MM_PER_INCH
    document.close()
    np.testing.assert_allclose(size, PAPERS[paper], atol=0.01)


def test_every_pixel_of_an_image_is_drawn_in_its_own_gray_and_with_sharp_edges() -> None:
    dots = 200 / MM_PER_INCH
    gray = drawn(pdf_bytes(page()), 200)
    for image in (one for one in page().shapes if isinstance(one, PrintedImage)):
        for part in (0.15, 0.5, 0.85):
            along = (np.arange(28) + part) / 28 * image.side
            rows = ((along + image.y) * dots).astype(int)
            columns = ((along + image.x) * dots).astype(int)
            assert np.array_equal(255 - gray[np.ix_(rows, columns)], image.image)


def test_the_same_page_gives_the_same_bytes() -> None:
    assert pdf_bytes(page()) == pdf_bytes(page())


def test_brackets_and_letters_of_other_scripts_do_no_harm() -> None:
    line = Line(20, 20, 4, "\\ (a) ) λ 数 é")
    strange = Page(100, 50, "(((", (line,))
    plain = replace(strange, shapes=(replace(line, words="\\ (a) ) ? ? é"),))
    assert np.array_equal(drawn(pdf_bytes(strange), 100), drawn(pdf_bytes(plain), 100))
    assert drawn(pdf_bytes(strange), 100).min() < 100
