"""What is said of every network's attack, from the first word to the last."""

from advgui.lab.comparison import transfer_text as words
from advgui.lab.comparison.transfer import TransferMatrix, image_read, started, stopped
from tests.lab.comparison.transfers import answered, networks, setup
from tests.lab.requests import image


def test_each_state_has_its_words() -> None:
    drawing = setup().image
    nothing = TransferMatrix()
    assert words.headline(nothing, None) == words.NOTHING_DRAWN
    assert words.headline(nothing, drawing) == words.BEFORE
    now = started(nothing, setup(), networks())
    assert words.headline(now, drawing) == "Attacking n11 away from what is read: 1 of 3."
    assert words.headline(stopped(now), drawing) == "Stopped before anything was found."
    while not now.complete:
        now = image_read(now) if now.reads else answered(now)
    fooled = sum(row.counts.fooled for row in now.rows)
    told = f"3 images away from what is read: shown to others, they fool {fooled} of 6 times."
    assert words.headline(now, drawing) == told
    assert words.headline(now, image(9)) == told
    assert words.details(now, image(9)) == words.EARLIER
    assert words.details(now, None) == words.EARLIER
    best = max(row.counts.fooled for row in now.rows)
    assert (f": {best} of 2." in words.details(now, drawing)) == (best > 0)
    for row in now.rows:
        assert words.row_words(row).startswith(f"Made against {row.network.name}, ")
