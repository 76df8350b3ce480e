"""What is said while a data set is obtained."""

from dataclasses import replace
from pathlib import Path

import pytest

from advgui.core.datasets.catalogue import MNIST, PEN_DIGITS
from advgui.core.datasets.download import DownloadProgress
from advgui.core.datasets.folders import cache_folder
from advgui.core.errors import DatasetError
from advgui.lab.training.data_download import (
    DataRequest,
    begun,
    consent_words,
    failed,
    offer_words,
    progressed,
    source_words,
    title_words,
    wanted,
)

HOST = "mirror.example"


@pytest.fixture(autouse=True)
def _public_mirrors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ADVGUI_MIRRORS", raising=False)


def at(done: int, *failures: str, total: int = 10_000_000) -> DownloadProgress:
    return DownloadProgress(done=done, total=total, host=HOST, failures=failures)


def after(*steps: tuple[float, DownloadProgress]) -> DataRequest:
    state = begun(wanted(MNIST))
    for now, progress in steps:
        state = progressed(state, progress, now)
    return state


def test_the_question_tells_what_how_much_from_where_and_to_where() -> None:
    state = wanted(MNIST)
    assert title_words(state) == "Download MNIST?"
    offer = offer_words(MNIST)
    assert "70,000 handwritten digits" in offer
    assert "11.6 MB to download, 55.0 MB on the disk, licence CC" in offer
    assert offer.replace("\N{NO-BREAK SPACE}", " ").endswith("CC BY-SA 3.0.")
    where = source_words(state)
    assert where.startswith("From ossci-datasets.s3.amazonaws.com, or where that fails from ")
    assert str(cache_folder(MNIST)) in where


def test_a_host_is_named_once() -> None:
    words = source_words(wanted(PEN_DIGITS))
    assert words.count("raw.githubusercontent.com") == 1
    assert "where that fails from cdn.jsdelivr.net." in words


def test_a_mirror_of_ones_own_is_the_only_one_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVGUI_MIRRORS", "http://school.example/data")
    assert source_words(wanted(MNIST)).startswith("From school.example. Kept in ")
    monkeypatch.setenv("ADVGUI_MIRRORS", "school")
    with pytest.raises(DatasetError, match="ADVGUI_MIRRORS"):
        wanted(MNIST)


def test_before_anything_comes_it_is_told_who_is_asked() -> None:
    state = begun(wanted(MNIST))
    assert (state.line, state.share) == ("Asking ossci-datasets.s3.amazonaws.com…", 0.0)
    assert after((0.0, at(0))).line == f"Asking {HOST}…"
    assert title_words(state) == "Downloading MNIST"


def test_bytes_and_speed_are_told() -> None:
    state = after((0.0, at(0)), (1.0, at(1_500_000)), (2.0, at(3_000_000)))
    assert state.line == f"3.0 of 10.0 MB · 1.5 MB/s · {HOST}"
    assert state.share == 0.3


def test_the_speed_is_that_of_the_last_seconds() -> None:
    early = [(0.1 * n, at(300_000 * n)) for n in range(21)]  # 3 MB/s for two seconds
    late = [(2.0 + n, at(6_000_000 + 200_000 * n)) for n in range(1, 6)]
    assert "· 0.2 MB/s ·" in after(*early, *late).line


def test_a_line_stays_long_enough_to_be_read_and_the_bar_does_not() -> None:
    state = after((0.0, at(0)), (1.0, at(1_000_000)), (1.1, at(1_200_000)))
    assert state.line.startswith("1.0 of")
    assert state.share == 0.12
    assert progressed(state, at(1_400_000), 1.3).line.startswith("1.4 of")


def test_another_mirror_begins_again_and_why_is_told() -> None:
    state = after((0.0, at(0)), (1.0, at(5_000_000)), (2.0, at(100_000, "one.example broke off")))
    assert state.note == "Given up: one.example broke off."
    assert state.share == 0.01
    assert "MB/s" not in state.line
    assert "· 0.1 MB/s ·" in progressed(state, at(200_000, "one.example broke off"), 3.0).line


def test_when_all_has_come_it_is_checked() -> None:
    assert after((0.0, at(0)), (1.0, at(10_000_000))).line == "Checking what has come…"


def test_a_download_that_has_nothing_to_do_has_a_share() -> None:
    assert after((0.0, at(0, total=0))).share == 1.0


def test_a_failure_is_told_and_can_be_tried_again() -> None:
    tried = failed(after((0.0, at(1))), "It failed.")
    assert (tried.phase, tried.note, consent_words(tried)) == ("failed", "It failed.", "Try again")
    again = begun(tried)
    assert (again.phase, again.note, again.share) == ("fetching", "", 0.0)
    refused = failed(wanted(MNIST), "The folder is empty.")
    assert (consent_words(refused), title_words(refused)) == ("Download", "Download MNIST?")


def test_where_it_is_kept_is_told_as_it_is() -> None:
    state = replace(wanted(MNIST), folder=Path("somewhere/else"))
    assert source_words(state).endswith(f"Kept in {Path('somewhere/else')}.")
