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
def train_user(start: Start, folder: Path) -> Iterator[User]:
    """A user on the Train page who has no pen digits."""
    with start() as one:
        one.choose_action("page-train")
        yield one
        one.end_training()


def takes_pen(user: User) -> bool:
    return user.find(QCheckBox, "pen").isChecked()


def test_a_result_names_its_network_where_something_else_is_chosen(train_user: User) -> None:
    train_quickly(train_user, "Mine")
    result = train_user.words("train-state")
    assert result.startswith("Trained in")
    train_user.select("architecture", "dense")
    assert train_user.words("train-state") == f"About \u201cMine\u201d: {result}"
    assert "\u201cMine\u201d" in train_user.find(QPushButton, "train-attack").toolTip()
    assert "\u201cMine\u201d" in train_user.find(QPushButton, "train-save").toolTip()
    train_user.select("architecture", "softmax")
    train_user.type_number("epochs", 2)
    assert train_user.words("train-state") == result
    train_user.type_number("epochs", 3)
    assert train_user.words("train-state").startswith("About \u201cMine\u201d")
    train_user.type_number("epochs", 2)
    name_it(train_user, "Yours")
    assert train_user.words("train-state").startswith("About \u201cMine\u201d")


def test_where_there_are_no_pen_digits_the_default_does_without(train_user: User) -> None:
    train_user.select("architecture", "softmax")
    assert not takes_pen(train_user)
    assert "Without pen digits, which are not on this computer." in train_user.words("train-takes")
    assert train_user.find(QPushButton, "train-start").isEnabled()
    train_quickly(train_user)
    assert offers(train_user, "train-attack")


def test_the_way_back_to_the_defaults_does_without_them_as_well(train_user: User) -> None:
    train_user.select("architecture", "softmax")
    train_user.find(QCheckBox, "pen").click()
    train_user.type_number("epochs", 2)
    back = train_user.find(QWidget, "train-page").findChild(QToolButton, "defaults")
    assert isinstance(back, QToolButton)
    back.click()
    assert not takes_pen(train_user)
    assert train_user.find(QPushButton, "train-start").isEnabled()


def test_pen_digits_can_still_be_asked_for_and_are_offered(train_user: User) -> None:
    train_user.select("architecture", "softmax")
    train_user.find(QCheckBox, "pen").click()
    assert not train_user.find(QPushButton, "train-start").isEnabled()
    assert "Without" not in train_user.words("train-takes")


def test_where_there_are_pen_digits_the_default_takes_them(start: Start, folder: Path) -> None:
    write_pen(folder / "pendigits")
    with start() as user:
        user.choose_action("page-train")
        user.select("architecture", "softmax")
        assert takes_pen(user)
        assert "Without" not in user.words("train-takes")
