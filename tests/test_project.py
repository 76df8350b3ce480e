"""What holds for the project as a whole."""

import subprocess
import sys
from collections import Counter
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

import pytest

import advgui

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "advgui"

#: Modules that are plainly part of another one, or of what is tried as a whole, with the tests
#: that are theirs, too. Every other module has its tests under its own name.
PART_OF = {
    "__main__.py": "commands/test_program.py",
    "commands/cli/patch_places.py": "commands/test_fit.py",
    "commands/cli/training_plan.py": "commands/test_train.py",
    "commands/cli/score_table.py": "commands/test_evaluate.py",
    "commands/cli/within_budgets.py": "commands/test_evaluate.py",
    "core/resuming/checkpoints.py": "core/training/test_training_file.py",
    "core/attacks/closest/margins.py": "core/attacks/closest/test_cw.py",
    "core/attacks/fitted/fit.py": "core/attacks/fitted/test_base.py",
    "core/attacks/outcome.py": "core/attacks/test_base.py",
    "core/defences/certificates/bracket.py": "core/defences/certificates/test_branching.py",
    "core/defences/certificates/intervals.py": "core/defences/certificates/test_certify.py",
    "core/defences/certificates/nearest.py": "core/defences/certificates/test_branching.py",
    "core/defences/certificates/relaxation.py": "core/defences/certificates/test_branching.py",
    "core/formats/onnx/axis_ops.py": "core/formats/onnx/test_read_torch.py",
    "core/formats/onnx/call.py": "core/formats/onnx/test_read_refused.py",
    "core/formats/onnx/functions.py": "core/formats/onnx/test_read_torch.py",
    "core/formats/onnx/graph.py": "core/formats/onnx/test_read_torch.py",
    "core/formats/onnx/layer_ops.py": "core/formats/onnx/test_read_keras.py",
    "core/formats/onnx/linear_ops.py": "core/formats/onnx/test_read_keras.py",
    "core/formats/onnx/padding_ops.py": "core/formats/onnx/test_read_torch.py",
    "core/formats/onnx/parse.py": "core/formats/onnx/test_read_refused.py",
    "core/formats/onnx/read.py": "core/formats/onnx/test_read_torch.py",
    "core/formats/onnx/value.py": "core/formats/onnx/test_read_torch.py",
    "core/formats/onnx/window_ops.py": "core/formats/onnx/test_read_torch.py",
    "core/formats/onnx/wire.py": "core/formats/onnx/test_read_refused.py",
    "core/limits.py": "core/formats/test_network_check.py",
    "core/nn/architectures/base.py": "core/nn/architectures/test_architectures.py",
    "core/nn/architectures/deep.py": "core/nn/architectures/test_architectures.py",
    "core/nn/architectures/graph.py": "core/nn/architectures/test_architectures.py",
    "core/nn/architectures/linear.py": "core/nn/architectures/test_architectures.py",
    "core/nn/architectures/recurrent.py": "core/nn/architectures/test_architectures.py",
    "core/nn/architectures/shallow.py": "core/nn/architectures/test_architectures.py",
    "core/nn/layers/affine.py": "core/nn/layers/test_layers.py",
    "core/nn/layers/base.py": "core/nn/layers/test_layers.py",
    "core/nn/layers/binarise.py": "core/nn/layers/test_layers.py",
    "core/nn/layers/dense.py": "core/nn/layers/test_layers.py",
    "core/nn/layers/operators.py": "core/nn/layers/test_layers.py",
    "core/nn/layers/shape.py": "core/nn/layers/test_layers.py",
    "core/world/shapes.py": "core/world/test_sheet.py",
    "lab/attack/ending.py": "lab/attack/test_phrases.py",
    "lab/worker/words.py": "lab/training/test_text.py",
    "lab/sessions/fields.py": "lab/sessions/test_stored_run.py",
    "lab/sessions/running_run.py": "lab/sessions/test_kept_folder.py",
    "lab/worker/job.py": "lab/worker/test_jobs.py",
    "ui/comparison/reading_cell.py": "ui/comparison/test_one_image_table.py",
    "ui/comparison/transfer_job.py": "ui/comparison/test_transfer_view.py",
    "ui/drawing/misread_search.py": "ui/drawing/test_mnist_picker.py",
    "ui/drawing/crop_frame.py": "ui/drawing/test_photo_sheet.py",
    "ui/drawing/remark.py": "ui/drawing/test_column.py",
    "ui/drawing/sheet_view.py": "ui/drawing/test_canvas.py",
    "ui/fitted/artefact_bar.py": "ui/fitted/test_page.py",
    "ui/fitted/measure_view.py": "ui/fitted/test_page.py",
    "ui/fitted/patch_hand.py": "ui/fitted/test_wear_view.py",
    "ui/fitted/rates_plot.py": "ui/fitted/test_page.py",
    "ui/fitted/run_bar.py": "ui/fitted/test_page.py",
    "ui/fitted/settings.py": "ui/fitted/test_page.py",
    "ui/fitted/wear_strip.py": "ui/fitted/test_wear_view.py",
    "ui/plotting/overlay.py": "ui/plotting/test_chart.py",
    "ui/plotting/strip.py": "ui/plotting/test_chart.py",
    "ui/runs/card_delegate.py": "ui/runs/test_view.py",
    "ui/runs/comparison.py": "ui/runs/test_view.py",
    "ui/runs/deletion_note.py": "ui/runs/test_view.py",
    "ui/runs/pair_images.py": "ui/runs/test_view.py",
    "ui/runs/run_actions.py": "ui/runs/test_view.py",
    "ui/runs/tray.py": "ui/runs/test_view.py",
    "ui/specimen/strip.py": "ui/window/test_folding.py",
    "ui/theme/style_painters.py": "ui/theme/test_style.py",
    "ui/training/confusion_matrix.py": "ui/training/test_confusion_view.py",
    "ui/training/misread_digits.py": "ui/training/test_confusion_view.py",
    "ui/viewer/panels.py": "ui/viewer/test_canvas.py",
}

#: What a folder and a file may be, so that both can be taken in.
MOST_MODULES = 20
MOST_LINES = 400
MEDIAN_LINES = 130

WITHOUT_QT = """
import importlib.util, pkgutil, sys
for blocked in ("PySide6", "shiboken6"):
    sys.modules[blocked] = None  # an import of it fails
onnx = importlib.util.find_spec("onnx")  # an extra
for package in sys.argv[1:]:
    for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if onnx or ".onnx" not in module.name:
            importlib.import_module(module.name)
"""


@pytest.mark.parametrize("package", ["advgui.core", "advgui.lab", "advgui.commands", "advgui.api"])
def test_all_but_the_window_imports_without_qt(package: str) -> None:
    command = [sys.executable, "-W", "error", "-c", WITHOUT_QT, package]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_version_is_that_of_the_installation() -> None:
    try:
        installed = version("advgui")
    except PackageNotFoundError:
        pytest.skip("advgui runs from a checkout that is not installed")
    assert installed == advgui.__version__


def lines_of(folder: Path) -> dict[str, int]:
    """How long each module of a folder is, by its path in it."""
    found = {
        path.relative_to(folder).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in folder.rglob("*.py")
    }
    assert found
    return found


def modules() -> list[str]:
    """All modules of the package, but for what folders say of themselves."""
    return [path for path in lines_of(PACKAGE) if not path.endswith("__init__.py")]


@pytest.mark.parametrize("folder", ["advgui", "packaging", "tests"])
def test_no_file_is_too_long_to_read(folder: str) -> None:
    assert not {path: n for path, n in lines_of(ROOT / folder).items() if n > MOST_LINES}


def test_a_file_of_the_package_is_read_in_a_minute() -> None:
    lines = lines_of(PACKAGE)
    assert median(lines[path] for path in modules()) <= MEDIAN_LINES


def test_no_folder_of_the_package_is_too_full_to_look_through() -> None:
    counts = Counter(str(Path(path).parent) for path in modules())
    assert not {folder: n for folder, n in counts.items() if n > MOST_MODULES}


def own_tests(module: str) -> Path:
    """Where the tests of a module are, if it has any of its own."""
    path = Path(module)
    return ROOT / "tests" / path.parent / f"test_{path.name}"


def test_every_module_has_its_tests_under_its_own_name() -> None:
    assert {one for one in modules() if not own_tests(one).is_file()} <= PART_OF.keys()


def test_the_table_of_parts_names_what_there_is() -> None:
    assert PART_OF.keys() <= set(modules())
    assert not [one for one in PART_OF if own_tests(one).is_file()]
    assert not [name for name in PART_OF.values() if not (ROOT / "tests" / name).is_file()]
