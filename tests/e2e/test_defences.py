"""A chain of defences, as somebody at the window puts it together, saves it and finds it again."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QPushButton, QToolButton

from advgui.core.defences.defended import defences_of
from advgui.core.formats.safetensors_file import load_network
from tests.e2e.user import User


class Start(Protocol):
    def __call__(self, *arguments: str) -> AbstractContextManager[User]: ...


def chain(user: User) -> list[str]:
    return [defence.name for defence in user.state.defences]


def test_a_chain_is_saved_with_the_network_opened_with_it_and_remembered(
    start: Start, tmp_path: Path
) -> None:
    path = tmp_path / "behind.safetensors"
    with start() as user:
        user.select("network", "report")
        user.select("defence", "median")
        user.click("defence-chain-button")
        menu = user.find(QPushButton, "chain-add").menu()
        assert menu is not None
        menu.actions()[0].trigger()
        assert chain(user) == ["median", "threshold"]
        before = user.state.defences
        user.choose_action("save-network")
        user.answer("save-network", path)
        user.wait_until_saved()
        assert user.message().endswith("behind “Median smoothing” and “Binary threshold”.")
        assert defences_of(load_network(path)) == before
        user.click("no-defence")
        assert chain(user) == []
        assert not user.find(QToolButton, "no-defence").isVisible()
        user.open_network(path)
        user.wait_until(lambda: user.state.network.name == "behind")
        assert user.state.defences == before
    with start() as again:
        assert again.state.defences == before
