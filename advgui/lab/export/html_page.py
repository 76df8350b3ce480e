"""Runs as one HTML page that needs nothing else: no network, no file beside it, no script."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from advgui import __version__
from advgui.core.attacks import Outcome
from advgui.core.attacks.objective import NORMS
from advgui.core.language import language, numeral, tr
from advgui.lab.attack.phrases import aim_words, counted
from advgui.lab.export.figure import run_figure
from advgui.lab.export.repeating import as_command, as_python, why_no_command, why_not
from advgui.lab.export.svg import figure_svg
from advgui.lab.runs.kept_run import KeptRun
from advgui.lab.runs.shown_run import ShownRun

_STYLE: Final = """
body { font: 16px/1.5 system-ui, sans-serif; color: #1c2127; background: #f4f5f7; margin: 0 auto;
  max-width: 1010px; padding: 24px; }
section { background: #fff; border: 1px solid #d5d9df; border-radius: 8px; margin: 24px 0;
  padding: 16px 24px; }
h1, h2 { line-height: 1.25; }
svg { width: 100%; height: auto; }
table { border-collapse: collapse; margin: 8px 0; }
th, td { border-bottom: 1px solid #d5d9df; padding: 4px 16px 4px 0; text-align: left; }
td.number { font-variant-numeric: tabular-nums; text-align: right; }
pre { background: #f4f5f7; overflow-x: auto; padding: 8px; white-space: pre-wrap;
  overflow-wrap: anywhere; }
@media print { section { break-inside: avoid; } body { background: none; } }
"""
_FOOLED: Final = tr(
    "A network is fooled where it reads the exact 8-bit image that is shown here as something else."
)
_HEADS: Final = (
    tr("Goal"),
    tr("Fooled"),
    tr("Read as"),
    tr("Distance"),
    tr("Best step"),
    tr("Steps"),
    tr("Queries"),
)


def html_page(runs: Iterable[KeptRun]) -> str:
    """The runs with a figure, a table and a way to make each again; the newest stands last."""
    sections = [part for kept in runs for part in _section(kept)]
    made = tr("Made with advgui {version}.").format(version=__version__)
    head = (
        "<!doctype html>",
        f'<html lang="{language()}">',
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{escape(tr('Runs of advgui'))}</title>",
        f"<style>{_STYLE}</style>",
        f"<h1>{escape(tr('Attacks on handwritten digits'))}</h1>",
        f"<p>{escape(made)} {escape(_FOOLED)}</p>",
    )
    return "\n".join([*head, *sections, "</html>", ""])


def _section(kept: KeptRun) -> Iterator[str]:
    run, title = kept.run, tr("Run {number}: {title}")
    yield "<section>"
    yield f"<h2>{escape(title.format(number=kept.number, title=_title(run)))}</h2>"
    if kept.made is not None:
        yield f"<p>{kept.made:%Y-%m-%d %H:%M}</p>"
    yield figure_svg(run_figure(run, kept.threshold))
    yield from _table(run)
    yield from _repeating(run)
    yield "</section>"


def _title(run: ShownRun) -> str:
    aim = tr("toward every other digit") if run.lanes > 1 else aim_words(run.goal)
    return f"{run.request.attack.title}, {aim}"


def _table(run: ShownRun) -> Iterator[str]:
    """A row for every goal."""
    yield "<table>"
    yield f"<tr>{''.join(f'<th>{escape(head)}</th>' for head in _HEADS)}</tr>"
    for outcome in run.outcomes:
        cells = "".join(f'<td class="number">{escape(cell)}</td>' for cell in _cells(outcome))
        yield f"<tr>{cells}</tr>"
    yield "</table>"


def _cells(outcome: Outcome) -> tuple[str, ...]:
    norm = "l2" if outcome.norm == "none" else outcome.norm
    distance = outcome.l2 if outcome.norm == "none" else outcome.distance
    return (
        tr("any other") if outcome.goal is None else str(outcome.goal),
        tr("yes") if outcome.fooled else tr("no"),
        str(outcome.after.label),
        f"{NORMS[norm]} {numeral(distance, '.3f')}",
        numeral(outcome.best_step, ","),
        numeral(outcome.steps, ","),
        counted(outcome.queries, "image"),
    )


def _repeating(run: ShownRun) -> Iterator[str]:
    """The command and the Python that make it again, or why there is none."""
    if not why_no_command(run):
        yield from _folded(tr("As a command"), as_command(run))
    if why_not(run):
        yield f"<p>{escape(why_not(run))}</p>"
    else:
        yield from _folded(tr("As Python"), as_python(run))


def _folded(title: str, text: str) -> Iterator[str]:
    yield f"<details><summary>{escape(title)}</summary><pre>{escape(text)}</pre></details>"
