"""Registries that fill themselves: from the modules of a package, and from other packages.

Whoever puts a file into the package, or offers something under the entry-point group in a
package of their own, need register it nowhere else.
"""

import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final, Protocol, TypeVar

from advgui.core.language import tr

T = TypeVar("T")


class EntryPoint(Protocol):
    """What ``importlib.metadata`` says that another package offers."""

    name: str

    def load(self) -> object:
        """Import it."""
        ...


class _Problems:
    """Sentences about what could not be loaded, until there is somebody who tells them."""

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._listener: Callable[[str], object] | None = None

    def add(self, sentence: str) -> None:
        if self._listener is None:
            self._waiting.append(sentence)
        else:
            self._listener(sentence)

    def tell(self, listener: Callable[[str], object] | None) -> None:
        self._listener = listener
        if listener is not None:
            waiting, self._waiting = self._waiting, []
            for sentence in waiting:
                listener(sentence)


_problems: Final = _Problems()


def tell_problems(listener: Callable[[str], object] | None) -> None:
    """What could not be loaded, so far and from now on, is a sentence each for the listener.

    The rest works without it. None: whoever listened has gone.
    """
    _problems.tell(listener)


def instances(kind: type[T]) -> Callable[[object], T | None]:
    """Wanted are objects of this class."""
    return lambda found: found if isinstance(found, kind) else None


def subclasses(base: type[T]) -> Callable[[object], type[T] | None]:
    """Wanted are classes that are finished: abstract ones are what others are made of."""

    def wanted(found: object) -> type[T] | None:
        if not isinstance(found, type) or not issubclass(found, base):
            return None
        return None if getattr(found, "__abstractmethods__", None) else found

    return wanted


class Lazy(Mapping[str, T]):
    """A table that is made when it is first looked into."""

    def __init__(self, make: Callable[[], Mapping[str, T]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, T]:
        return self._make()

    def __getitem__(self, name: str) -> T:
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


def registry(
    package: str,
    group: str,
    wanted: Callable[[object], T | None],
    name: Callable[[T], str],
    order: Callable[[Mapping[str, T]], Mapping[str, T]] = dict,
    *,
    folders: bool = False,
    kin: Callable[[object], object | None] = lambda found: None,
) -> Mapping[str, T]:
    """All that is wanted, by name: of the package's modules, then of others.

    With ``folders`` the modules of its folders come first; else these are not imported. Of a
    group that fills several registries, ``kin`` takes what any of them wants, so that nobody
    is told to offer nothing who offers something for another.

    A package of somebody else's that breaks, or takes a name that is taken, is left out and
    told to whoever listens to ``tell_problems``. Nothing is imported before it is looked for,
    as a module may bring things for several registries and be imported by any of them.
    """
    return Lazy(lambda: order(_found(_modules(package, folders), group, wanted, name, kin)))


def _found(
    modules: Iterable[ModuleType],
    group: str,
    wanted: Callable[[object], T | None],
    name: Callable[[T], str],
    kin: Callable[[object], object | None],
) -> dict[str, T]:
    found = {name(one): one for module in modules for one in _of(module, wanted)}
    for point in _offered(group):
        for called, one in _loaded(point, group, wanted, name, kin).items():
            if found.setdefault(called, one) is not one:
                _problems.add(
                    tr("The plug-in {name} is left out: {called} is taken.").format(
                        name=point.name, called=called
                    )
                )
    return found


def _modules(package: str, folders: bool) -> Iterator[ModuleType]:
    found = list(pkgutil.iter_modules(import_module(package).__path__, f"{package}."))
    for module in sorted(found, key=lambda module: not module.ispkg):
        if not module.ispkg:
            yield import_module(module.name)
        elif folders:
            yield from _modules(module.name, folders)


def _loaded(
    point: EntryPoint,
    group: str,
    wanted: Callable[[object], T | None],
    name: Callable[[T], str],
    kin: Callable[[object], object | None],
) -> dict[str, T]:
    """What somebody else's package offers; nothing where it breaks."""
    try:
        loaded = point.load()
        offered = {name(one): one for one in _of(loaded, wanted)}
    except Exception as error:  # noqa: BLE001 - whatever somebody else's package may raise
        _problems.add(
            tr("The plug-in {name} cannot be loaded: {error}.").format(
                name=point.name, error=_words(error)
            )
        )
        return {}
    if not offered and not list(_of(loaded, kin)):
        _problems.add(
            tr("The plug-in {name} offers nothing for {group}.").format(
                name=point.name, group=group
            )
        )
    return offered


def _of(found: object, wanted: Callable[[object], T | None]) -> Iterator[T]:
    """The thing itself, or what a module has of such things and does not keep to itself."""
    for thing in _public(found) if isinstance(found, ModuleType) else (found,):
        one = wanted(thing)
        if one is not None:
            yield one


def _public(module: ModuleType) -> list[object]:
    return [thing for name, thing in vars(module).items() if not name.startswith("_")]


def _offered(group: str) -> Iterable[EntryPoint]:
    """What other packages offer; they are hardly ever any, and to ask takes a start's 20 ms."""
    if f"[{group}]" not in _installed(tuple(sys.path)):
        return ()
    from importlib.metadata import entry_points

    return entry_points(group=group)


@cache
def _installed(places: tuple[str, ...]) -> str:
    """What all installed packages offer, in their own words."""
    return "\n".join(text for place in places for text in _offers(Path(place)))


def _offers(folder: Path) -> Iterator[str]:
    """Nothing where it cannot be read: Python imports nothing from there either."""
    with suppress(OSError):
        for info in folder.iterdir():
            file = info / "entry_points.txt"
            if info.suffix == ".dist-info" and file.is_file():
                yield file.read_text(errors="replace")


def _words(error: Exception) -> str:
    return f"{type(error).__name__}, {error}".splitlines()[0].removesuffix(".").removesuffix(", ")
