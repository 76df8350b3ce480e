"""The page of the guide about what other packages bring, in their own words."""

from collections.abc import Iterator
from typing import Final

from advgui.core.attacks import ATTACKS, EvasionAttack
from advgui.core.defences import DEFENCES, Defence
from advgui.core.language import tr
from advgui.core.parameters import parameter_table

TITLE: Final = tr("From other packages")

#: The package whose own attacks and defences have a place in the guide.
_OWN: Final = "advgui"


def plugins_text() -> str:
    """The page in Markdown; empty where no other package brings anything."""
    told = list(_told())
    return "\n\n".join([f"# {TITLE}", *told]) if told else ""


def _told() -> Iterator[str]:
    for attack in ATTACKS.values():
        if _is_foreign(attack):
            yield _words(tr("The attack"), attack)
    for defence in DEFENCES.values():
        if _is_foreign(defence):
            yield _words(tr("The defence"), defence)


def _is_foreign(found: type[EvasionAttack] | type[Defence]) -> bool:
    return found.__module__.partition(".")[0] != _OWN


def _words(kind: str, found: type[EvasionAttack] | type[Defence]) -> str:
    rows = [f"- *{row.title}* (`{row.name}`): {row.help}" for row in parameter_table(found)]
    head = f"## {found.title}\n\n{kind} `{found.name}`: {found.summary}"
    return "\n\n".join(
        [
            head,
            *(["\n".join(rows)] if rows else []),
            tr("Source: {source}").format(source=found.source),
        ]
    )
