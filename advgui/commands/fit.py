"""``advgui fit``: learn once what fools any digit that wears it."""

from argparse import Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from advgui.commands.cli.arguments import (
    add_markdown,
    add_mnist,
    add_network,
    add_seed,
    count,
    mnist_folder,
)
from advgui.commands.cli.attack_arguments import add_chain, by_role, chained_network, settings
from advgui.commands.cli.output import Table, say, say_table
from advgui.commands.cli.parameters import as_named, parameter_lines
from advgui.commands.cli.parser import Parser, command_parser
from advgui.commands.cli.patch_places import HEAD, IMAGES, LEGEND, place_cells, with_places
from advgui.commands.cli.progress import first_interrupt, stoppable, with_share_bar
from advgui.core.attacks.fitted import (
    FITTED,
    Artefact,
    Fit,
    FittedAttack,
    fitted_attack_class,
    make_fitted_attack,
)
from advgui.core.attacks.fitted.artefact_file import (
    DATA,
    SUFFIX,
    require_artefact_file,
    save_artefact,
)
from advgui.core.datasets.readers import read_mnist
from advgui.core.evaluation.artefacts import ArtefactScore, score_artefact
from advgui.core.parameters import Role
from advgui.core.printable import printable
from advgui.core.zoo import find_network
from advgui.lab.attack.phrases import percent
from advgui.lab.attack.save_destination import fresh

_LEGEND = (
    "digits: MNIST's test images that the network reads correctly, and that do not have the goal.\n"
    "fooled: {fooled}, as valid 8-bit images. misread: those that get any other label.\n"
    "noise: the same as fooled, of random noise of the same norm."
)


def main(arguments: Sequence[str]) -> int:
    """Learn, measure on digits that were never seen, and only then write.

    The first Ctrl-C ends the fit and keeps what it has learned, the second one leaves no file.
    """
    options = _parser().parse_args(arguments)
    attack = _chosen(options)
    attack.require_goal(options.goal)
    target = options.out or fresh(Path(f"{attack.name}{SUFFIX}"))
    require_artefact_file(attack, target)
    network = chained_network(options)
    others = [find_network(name) for name in options.shown_to]
    folder = mnist_folder(options.mnist)
    digits, unseen = read_mnist(folder, "train"), read_mnist(folder, "test")
    with first_interrupt() as interrupted:
        run = attack.run(network, digits, goal=options.goal, seed=options.seed, data=DATA)
        kept = stoppable(run, interrupted, lambda fit: fit.number > 0)
        artefact = with_share_bar(kept, attack.name, _done, _note).artefact
    if interrupted():
        target = fresh(target)  # the older one may be the better one
    save_artefact(artefact, target)
    scores = [
        with_places(
            artefact,
            score_artefact(artefact, one, unseen, seed=options.seed),
            one,
            unseen,
            options.places,
        )
        for one in (network, *others)
    ]
    _tell(options, artefact, scores, target)
    if interrupted():
        raise KeyboardInterrupt  # for the exit code
    return 0


def _parser() -> Parser:
    parser = command_parser("fit")
    told = "\n".join(_told(kind) for kind in FITTED.values())
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = (
        f"{told}\n\nCtrl-C ends the fit and keeps what it has learned: the exit code is 130, and\n"
        "a FILE that is there already stays. Ctrl-C once more leaves no file."
    )
    parser.add_argument("method", metavar="METHOD", help=f"{' or '.join(FITTED)}")
    add_markdown(parser)
    add_network(parser)
    add_chain(parser, "learn through it")
    parser.add_argument(
        "--goal",
        type=int,
        choices=range(10),
        metavar="0..9",
        help="the label to reach; without it, any label but the one that is read, or, of a "
        "method that is told its goal when it is worn, all of them",
    )
    parser.add_argument("--budget", metavar="SIZE", help="how large the change may be, in its norm")
    parser.add_argument("--effort", metavar="N", help="how many steps it learns in")
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="a parameter of the method; may be repeated",
    )
    parser.add_argument(
        "--shown-to",
        action="append",
        default=[],
        metavar="NAME|FILE",
        help="tell also how many digits it fools of this network, which it never saw; may be "
        "repeated",
    )
    parser.add_argument(
        "--places",
        type=count,
        default=IMAGES,
        metavar="IMAGES",
        help="tell of a patch, too, what it comes to wherever it is put on so many of the test "
        "images (default: %(default)s)",
    )
    add_mnist(parser)
    add_seed(parser)
    parser.add_argument(
        "--out",
        type=Path,
        metavar=f"FILE{SUFFIX}",
        help=f"where to save it (default: METHOD{SUFFIX}, here; with a number where that is "
        "there already)",
    )
    return parser


def _told(kind: type[FittedAttack]) -> str:
    words = [f"{kind.name}: {kind.title}", f"  {kind.summary}", *parameter_lines(kind)]
    return "\n".join(words)


def _chosen(options: Namespace) -> FittedAttack:
    """The method; what ``--set`` says of a parameter counts more than its role."""
    kind = fitted_attack_class(options.method)
    common: dict[Role, str | None] = {"budget": options.budget, "effort": options.effort}
    return make_fitted_attack(kind.name, by_role(kind, common) | settings(options.set))


def _done(fit: Fit) -> float:
    return fit.number / max(1, fit.artefact.attack.total())


def _note(fit: Fit) -> str:
    return f"fools {percent(fit.rate)} of {fit.artefact.card.unseen} unseen digits"


def _tell(
    options: Namespace, artefact: Artefact, scores: Sequence[ArtefactScore], target: Path
) -> None:
    card = artefact.card
    found: dict[str, Any] = {
        "method": artefact.method,
        "parameters": artefact.settings,
        "goal": artefact.goal,
        "network": artefact.network,
        "seed": artefact.seed,
        "card": asdict(card),
        "scores": [asdict(score) for score in scores],
        "file": str(target),
    }
    say_table(options, found, _table(artefact, scores))
    if not (options.json or options.markdown or options.csv):
        say(f"\nSaved as {printable(str(target))}")


def _table(artefact: Artefact, scores: Sequence[ArtefactScore]) -> Table:
    placed = tuple(score.places for score in scores if score.places is not None)
    head = ("network", "digits", "fooled", "misread", "noise", *(HEAD if placed else ()))
    rows = [
        (
            score.network,
            f"{score.images:,}",
            percent(score.fooled),
            percent(score.misread),
            "-" if score.noise is None else percent(score.noise),
            *place_cells(score),
        )
        for score in scores
    ]
    legend = _legend(artefact) + (LEGEND.format(images=placed[0].images) if placed else "")
    return Table(head, rows, f"{_title(artefact)}\n\n", f"\n\n{legend}")


def _title(artefact: Artefact) -> str:
    card, attack = artefact.card, artefact.attack
    named = as_named(attack.name, attack, artefact.settings)
    return (
        f"{named}, {aim_words(artefact)}, learned of {artefact.network}, seed {artefact.seed}, "
        f"from {card.images:,} of {card.data}"
        f"{'' if card.done == card.total else f', stopped at step {card.done} of {card.total}'}"
    )


def aim_words(artefact: Artefact) -> str:
    """What an artefact is for."""
    if artefact.attack.goal_when_worn:
        return "toward any goal"
    return "away from what is read" if artefact.goal is None else f"toward {artefact.goal}"


def _legend(artefact: Artefact) -> str:
    if artefact.attack.goal_when_worn:
        fooled = "those that get a goal at random"
    elif artefact.goal is None:
        fooled = "those that get another label"
    else:
        fooled = f"those that get the label {artefact.goal}"
    return _LEGEND.format(fooled=fooled)
