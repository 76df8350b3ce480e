"""What the Train page says is about what is chosen, or names what it is about."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton, QToolButton, QWidget

from tests.e2e.conftest import Start
from tests.e2e.train_page import name_it, offers, train_quickly
from tests.e2e.user import User
from tests.fake_datasets import write_folders, write_pen


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data to train on, without pen digits."""
    write_folders(tmp_path / "data", pen=False)
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def pupil(start: Start, folder: Path) -> Iterator[User]:
    """A user on the Train page who has no pen digits."""
    with start() as one:
        one.choose_action("page-train")
        yield one
        one.end_training()


def takes_pen(user: User) -> bool:
    return user.find(QCheckBox, "pen").isChecked()


def test_a_result_names_its_network_where_something_else_is_chosen(pupil: User) -> None:
    train_quickly(pupil, "Mine")
    result = pupil.words("train-state")
    assert result.startswith("Trained in")
    pupil.select("architecture", "dense")
    assert pupil.words("train-state") == f"About \u201cMine\u201d: {result}"
    assert "\u201cMine\u201d" in pupil.find(QPushButton, "train-attack").toolTip()
    assert "\u201cMine\u201d" in pupil.find(QPushButton, "train-save").toolTip()
    pupil.select("architecture", "softmax")
    pupil.type_number("epochs", 2)
    assert pupil.words("train-state") == result
    pupil.type_number("epochs", 3)
    assert pupil.words("train-state").startswith("About \u201cMine\u201d")
    pupil.type_number("epochs", 2)
    name_it(pupil, "Yours")
    assert pupil.words("train-state").startswith("About \u201cMine\u201d")


def test_where_there_are_no_pen_digits_the_default_does_without(pupil: User) -> None:
    pupil.select("architecture", "softmax")
    assert not takes_pen(pupil)
    assert "Without pen digits, which are not on this computer." in pupil.words("train-takes")
    assert pupil.find(QPushButton, "train-start").isEnabled()
    train_quickly(pupil)
    assert offers(pupil, "train-attack")


def test_the_way_back_to_the_defaults_does_without_them_as_well(pupil: User) -> None:
    pupil.select("architecture", "softmax")
    pupil.find(QCheckBox, "pen").click()
    pupil.type_number("epochs", 2)
    back = pupil.find(QWidget, "train-page").findChild(QToolButton, "defaults")
    assert isinstance(back, QToolButton)
    back.click()
    assert not takes_pen(pupil)
    assert pupil.find(QPushButton, "train-start").isEnabled()


def test_pen_digits_can_still_be_asked_for_and_are_offered(pupil: User) -> None:
    pupil.select("architecture", "softmax")
    pupil.find(QCheckBox, "pen").click()
    assert not pupil.find(QPushButton, "train-start").isEnabled()
    assert "Without" not in pupil.words("train-takes")


def test_where_there_are_pen_digits_the_default_takes_them(start: Start, folder: Path) -> None:
    write_pen(folder / "pendigits")
    with start() as user:
        user.choose_action("page-train")
        user.select("architecture", "softmax")
        assert takes_pen(user)
        assert "Without" not in user.words("train-takes")
