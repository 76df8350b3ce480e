import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.zoom import PERCENTS, Zoom, follow, percent_from, write_in, zoomed

Keep = Callable[[QWidget], QWidget]


def test_text_without_a_font_of_its_own_and_text_with_one_grow_alike(
    zoom: Zoom, keep: Callable[..., QLabel]
) -> None:
    plain, title = keep(QLabel("plain")), keep(QLabel("title"))
    write_in(title, "title")
    plain.show()
    title.show()
    before = [one.sizeHint().width() for one in (plain, title)]
    zoom.set_percent(200)
    after = [one.sizeHint().width() for one in (plain, title)]
    assert after == pytest.approx([2 * width for width in before], rel=0.06)
    zoom.set_percent(100)
    assert [one.sizeHint().width() for one in (plain, title)] == before


def test_painted_words_grow_too(zoom: Zoom) -> None:
    before = texts().line("caption")
    zoom.set_percent(150)
    assert texts().line("caption") == pytest.approx(1.5 * before, rel=0.1)


def test_a_width_that_words_fit_in_grows_with_them(
    zoom: Zoom, keep: Callable[..., QPushButton]
) -> None:
    button = keep(QPushButton("Go"))
    follow(button, lambda one: one.setFixedWidth(zoomed(80)))
    assert button.width() == 80
    zoom.set_percent(125)
    assert button.width() == 100
    zoom.set_percent(100)
    assert button.width() == 80


def test_steps_end_where_there_are_no_more(zoom: Zoom) -> None:
    heard: list[int] = []
    zoom.changed.connect(heard.append)
    for _ in PERCENTS:
        zoom.step(1)
    assert zoom.percent == PERCENTS[-1] == 200
    for _ in range(2 * len(PERCENTS)):
        zoom.step(-1)
    assert zoom.percent == PERCENTS[0] == 80
    assert heard == [110, 125, 150, 175, 200, 175, 150, 125, 110, 100, 90, 80]


def test_a_projector_is_for_a_while_and_is_not_remembered(zoom: Zoom) -> None:
    zoom.set_percent(110)
    zoom.set_projecting(True)
    assert (zoom.percent, zoom.chosen) == (150, 110)
    zoom.step(1)
    assert (zoom.percent, zoom.chosen) == (175, 110)
    zoom.set_projecting(False)
    assert (zoom.percent, zoom.chosen) == (110, 110)


@pytest.mark.parametrize(
    ("stored", "percent"), [("125", 125), (120, 125), ("1e9", 100), (None, 100), (-5, 80)]
)
def test_rubbish_in_the_settings_is_the_usual_size_or_the_nearest(
    stored: object, percent: int
) -> None:
    assert percent_from(stored) == percent


def test_what_follows_the_size_is_not_kept_alive_by_it(qapp: QApplication) -> None:
    widget = QLabel("soon gone")
    write_in(widget, "title")
    gone = weakref.ref(widget)
    del widget
    gc.collect()
    assert gone() is None
