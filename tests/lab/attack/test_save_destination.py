"""Of a folder it is told what saving there does, and what is not advgui's is not replaced."""

import json
from pathlib import Path

import pytest

from advgui.core.errors import ImageFileError
from advgui.lab.attack.save_destination import Destination, fresh, run_name

OURS = {"fooled": True, "label_before": 7, "label_after": 3, "attack": "ddn", "version": "0.1.0"}


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    destination = Destination.of(tmp_path / "out")
    assert destination.replaced == ()
    assert destination.words.startswith("The folder is made, for original.png, ")
    destination.require_own()


def test_what_else_is_in_a_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    destination = Destination.of(tmp_path)
    assert destination.replaced == ()
    assert destination.words.endswith("outcome.json go into this folder; what else is in it stays.")


def test_what_would_be_replaced_is_named_with_a_new_folder_beside_it(tmp_path: Path) -> None:
    for name in ("original.png", "outcome.json"):
        (tmp_path / name).write_text("")
    destination = Destination.of(tmp_path)
    assert [path.name for path in destination.replaced] == ["original.png", "outcome.json"]
    assert destination.words == (
        "Already there: original.png and outcome.json. Replacing cannot be undone; "
        f"a new folder would be “{tmp_path.name} 2”."
    )


@pytest.mark.parametrize("text", ["", "[]", '{"fooled": true}', "[" * 100_000])
def test_files_that_are_not_of_an_outcome_are_not_replaced(tmp_path: Path, text: str) -> None:
    (tmp_path / "outcome.json").write_text(text)
    with pytest.raises(ImageFileError, match=r"outcome\.json: is there already.*another folder"):
        Destination.of(tmp_path).require_own()


def test_an_earlier_outcome_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "outcome.json").write_text(json.dumps(OURS))
    Destination.of(tmp_path).require_own()


def test_a_path_that_is_taken_gets_the_first_number_that_is_free(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    (tmp_path / "a 2.png").write_bytes(b"")
    assert fresh(tmp_path / "a.png") == tmp_path / "a 3.png"
    assert fresh(tmp_path / "b.png") == tmp_path / "b.png"


@pytest.mark.parametrize(("goal", "name"), [(3, "7 as 3"), (None, "7 as another")])
def test_a_folder_is_called_what_is_in_it(goal: int | None, name: str) -> None:
    assert run_name(7, goal) == name
