"""Has Qt rebuild no Python object out of a file: that would run what the file says.

Qt reads files of its own, such as ``QtProject.conf`` for its dialogs or the colours of a desktop,
in which a value can name any type. For one of Python's, PySide asks pickle, which it looks up
once, with the first such value. That first one is given to it here, and a pickle that rebuilds
nothing with it.
"""

import pickle

from PySide6.QtCore import QByteArray, QDataStream, QIODevice


def rebuild_nothing() -> None:
    """Have every Python object in a file of Qt's be None, from now on; call it before all else."""
    data = QByteArray()
    QDataStream(data, QIODevice.OpenModeFlag.WriteOnly).writeQVariant(frozenset())
    loads, pickle.loads = pickle.loads, _nothing
    try:
        QDataStream(data).readQVariant()
    finally:
        pickle.loads = loads


def _nothing(*_: object, **__: object) -> None:
    """Stands in for what would rebuild an object."""
