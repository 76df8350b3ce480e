"""Print and photo from end to end: a PDF, drawn by a viewer, photographed and read back."""

import dataclasses

import numpy as np
import pypdfium2

import advgui
from advgui.core.images import l2, to_floats
from advgui.core.world import camera
from advgui.core.world.pdf import pdf_bytes
from advgui.core.world.photo import read_sheet
from advgui.core.world.sheet import frame_corner
from advgui.lab.world.photo_words import judged
from advgui.lab.world.sheet_words import outcome_page


def test_what_was_printed_and_photographed_still_fools_the_network() -> None:
    network = advgui.load_network("convolutional")
    seven = advgui.load_gallery().images[7]
    outcome = advgui.attack(network, seven, goal=3, attack="pgd-l2", budget=3.0)
    page = outcome_page(outcome, network, "PGD (L2)")
    document = pypdfium2.PdfDocument(pdf_bytes(page))
    drawn = document[0].render(scale=camera.PRINT_DPI / 72, grayscale=True).to_numpy()
    printed = np.array(drawn).reshape(drawn.shape[:2])
    document.close()
    nearer = dataclasses.replace(camera.NORMAL, size=(1600, 1200))
    random = np.random.default_rng(4)
    photo = camera.photograph(printed, frame_corner(page), nearer, random)
    found = judged(read_sheet(photo.pixels), network, goal=3)
    assert found.fooled
    assert (found.original.label, found.adversarial.label) == (7, 3)
    assert l2(to_floats(found.sheet.adversarial) - to_floats(outcome.adversarial)) < 0.6
