"""What a killed process left is removed wherever that is, and nothing else."""

from pathlib import Path

from advgui.core.disk.leftovers import noting, remove_left_in, remove_leftovers, scratch_folder
from advgui.core.disk.temporary import temporary_file

LEFT = "advgui-0123456789abcdef"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def leave(folder: Path) -> None:
    """What is there when a process is killed that writes several files."""
    (folder / f".{LEFT}").write_bytes(b"")
    (folder / LEFT / "new").mkdir(parents=True)
    (folder / LEFT / "new" / "a.png").write_bytes(b"half")


def test_what_was_left_goes_and_what_is_anothers_or_in_use_stays(tmp_path: Path) -> None:
    leave(tmp_path)
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / ".advgui-mine").write_bytes(b"mine")
    with temporary_file(tmp_path) as file:
        remove_left_in(tmp_path)
        assert names(tmp_path) == {"mine", ".advgui-mine", file.path.name}


def test_a_folder_is_found_again_by_the_note_of_it(tmp_path: Path, home: Path) -> None:
    with noting(tmp_path):
        (note,) = (home / "cache" / "advgui" / "unfinished").iterdir()
        kept = note.read_bytes()
    assert not note.exists()
    leave(tmp_path)
    note.write_bytes(kept)  # as it stands when its process is killed
    remove_leftovers()
    assert names(tmp_path) == set()
    assert not note.exists()


def test_a_note_of_nothing_does_no_harm(home: Path) -> None:
    notes = home / "cache" / "advgui" / "unfinished"
    notes.mkdir(parents=True)
    (notes / f".{LEFT}").write_bytes(b"\0nowhere")
    remove_leftovers()
    assert names(notes) == set()


def test_a_scratch_folder_is_gone_with_what_is_in_it() -> None:
    with scratch_folder() as folder:
        (folder / "file").write_bytes(b"content")
    assert not folder.exists()
