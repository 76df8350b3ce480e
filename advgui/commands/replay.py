"""``advgui replay``: run a session again and say whether every outcome is the same."""

from collections.abc import Sequence
from pathlib import Path

from advgui.commands.cli.output import say, say_json
from advgui.commands.cli.parser import Parser, command_parser
from advgui.commands.cli.progress import with_item_bar
from advgui.core.zoo import find_network
from advgui.lab.attack.phrases import counted
from advgui.lab.runs.kept_run import KeptRun, kept_run
from advgui.lab.sessions.members import SUFFIX
from advgui.lab.sessions.replay import Replayed, replayed
from advgui.lab.sessions.saved_outcome import outcome_run, read_outcome
from advgui.lab.sessions.session_file import load_session

CHANGED = 1


def main(arguments: Sequence[str]) -> int:
    """0 where every outcome has the same bytes, 1 where one has not."""
    options = _parser().parse_args(arguments)
    runs = _runs(options.file, options.network)
    found = [replayed(kept) for kept in with_item_bar(runs, "runs", len(runs))]
    same = all(one.all_same for one in found)
    if options.json:
        say_json({"file": str(options.file), "same": same, "runs": [_plain(one) for one in found]})
    else:
        say("\n".join([*map(_told, found), _summed_up(found)]))
    return 0 if same else CHANGED


def _parser() -> Parser:
    parser = command_parser("replay")
    parser.add_argument(
        "file", type=Path, metavar="FILE", help=f"a session ({SUFFIX}), or an outcome.json"
    )
    parser.add_argument(
        "--network",
        metavar="NAME|FILE",
        help="the network of an outcome.json, which only has its name (default: that name)",
    )
    return parser


def _runs(path: Path, network: str | None) -> Sequence[KeptRun]:
    """The runs of a session that came to something, or the one of an outcome."""
    if path.suffix.lower() == SUFFIX:
        return [kept for kept in load_session(path).runs if kept.run.outcomes]
    saved = read_outcome(path)
    run = outcome_run(saved, find_network(network or saved.network), ticket=1)
    return [kept_run(1, run)]


def _told(one: Replayed) -> str:
    return f"{one.kept.number}. {one.title}: {one.words}"


def _summed_up(found: Sequence[Replayed]) -> str:
    if not found:
        return "There are no runs in it."
    runs, same = counted(len(found), "run"), sum(one.all_same for one in found)
    if same == len(found):
        return f"Every outcome of {runs} is the same, byte for byte."
    return f"Of {runs}, {same:,} came to the same bytes."


def _plain(one: Replayed) -> dict[str, object]:
    run = one.kept.run
    return {
        "number": one.kept.number,
        "attack": run.request.attack.name,
        "network": run.request.network.name,
        "goals": list(run.goals),
        "seed": run.request.seed,
        "same": one.all_same,
        "outcomes_same": list(one.same),
        "reason": one.reason or None,
    }
