"""What PyInstaller finds and the bundle does without, by name, and the libraries that go with it.

ICU's data has to stay, large as it is: QtCore does not load without it.
"""

from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import PurePath
from typing import Final

from advgui.core.language import LANGUAGES

#: What Qt itself says; it stays in the languages of the window.
_QT_WORDS: Final = "PySide6/*translations/qtbase_*.qm"

Entry = tuple[str, str, str]
"""A file of the bundle, as PyInstaller has it: where to, where from, and its kind."""

#: Of Pillow's formats, those that nobody opens here; a few come along with PNG and JPEG.
_FORMATS: Final = (
    *("Avif", "Blp", "Bufr", "Cur", "Dcx", "Dds", "Eps", "Fits", "Fli", "Fpx", "Ftex", "Gbr"),
    *("Grib", "Hdf5", "Icns", "Ico", "Im", "Imt", "Iptc", "Jpeg2K", "Mcidas", "Mic", "Mpeg"),
    *("Msp", "Palm", "Pcd", "Pcx", "Pdf", "Pixar", "Psd", "Qoi", "Sgi", "Spider", "Sun", "Tga"),
    *("WebP", "Wmf", "Xbm", "Xpm", "XVThumb"),
)

#: Modules that are imported on some way that advgui does not go, if they are there at all.
MODULES: Final = (
    *("IPython", "OpenGL", "_pytest", "h5py", "matplotlib", "numba", "pygments", "pytest", "scipy"),
    *("pip", "pkg_resources", "setuptools"),
    *(
        "_tkinter",
        "asyncio",
        "doctest",
        "lib2to3",
        "pdb",
        "pydoc_data",
        "readline",
        "tkinter",
        "unittest",
    ),
    *("numpy._core._multiarray_tests", "numpy._core._simd", "numpy.f2py", "numpy.testing"),
    *("numpy.fft", "numpy.polynomial"),
    *("PIL._avif", "PIL._imagingcms", "PIL._imagingft", "PIL._imagingmath", "PIL._imagingmorph"),
    *("PIL._imagingtk", "PIL._webp"),
    *(f"PIL.{name}ImagePlugin" for name in _FORMATS),
    *("PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtTest"),
    # What pyqtgraph is without; for OpenGL stands ``advgui.ui.plotting.no_opengl``.
    *("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"),
    *(f"pyqtgraph.{name}" for name in ("examples", "functions_numba", "jupyter", "opengl")),
    "pyqtgraph.widgets.MatplotlibWidget",
    *("onnx.backend", "onnx.tools", "onnxruntime"),
)

#: Files beside the modules, with * for the rest of a name; a plugin is called differently on
#: each system: libqgtk3.so, qdirect2d.dll.
FILES: Final = (
    "PySide6/*translations/*",
    "*/plugins/egldeviceintegrations/*",
    "*/plugins/generic/*",
    *(f"*/plugins/imageformats/*q{name}.*" for name in ("icns", "pdf", "tga", "tiff", "wbmp")),
    *(f"*/plugins/imageformats/*q{name}.*" for name in ("macheif", "macjp2", "webp")),
    "*/plugins/networkinformation/*",
    "*/plugins/platforminputcontexts/*qtvirtualkeyboard*",
    *(f"*/plugins/platforms/*q{name}.*" for name in ("direct2d", "eglfs", "linuxfb", "minimal")),
    *(f"*/plugins/platforms/*q{name}.*" for name in ("minimalegl", "vkkhrdisplay", "vnc")),
    "*/plugins/platformthemes/*qgtk3.*",
    "*/plugins/printsupport/*",
    "*/plugins/sqldrivers/*",
    "*/plugins/tls/*",
    "*/plugins/wayland-graphics-integration-*",
    *(f"*/plugins/wayland-shell-integration/*{name}*" for name in ("fullscreen", "ivi", "qt-")),
    "*/plugins/wayland-shell-integration/*wl-shell*",
    "*/plugins/xcbglintegrations/*",
    "*/opengl32sw.dll",  # OpenGL without a graphics card, 20 MB: nothing is drawn by it
    "onnx*.dist-info/*",
    "numpy*/_core/include/*",
    "pyqtgraph/colors/*",
    "pyqtgraph/icons/*",
)

#: Libraries that every Linux desktop has, and has in the version that fits the rest of it: the
#: graphics driver, the X server's own client, the settings of its fonts, its message bus. Those
#: of another system would take their place in all that the desktop's own plugins load.
SYSTEM: Final = (
    *("libgcc_s.so.*", "libstdc++.so.*", "libz.so.*", "libzstd.so.*"),
    *("libdbus-1.so.*", "libglib-2.0.so.*", "libgthread-2.0.so.*"),
    *("libfontconfig.so.*", "libfreetype.so.*"),
    *("libX11-xcb.so.*", "libX11.so.*", "libXau.so.*", "libXdmcp.so.*"),
)


def is_left_out(place: str) -> bool:
    """Whether the file at this place in the bundle is one of FILES or SYSTEM."""
    path = PurePath(place).as_posix()
    if fnmatch(path, _QT_WORDS):
        return PurePath(path).stem.removeprefix("qtbase_") not in LANGUAGES
    return any(fnmatch(path, pattern) for pattern in (*FILES, *SYSTEM))


def kept(entries: Iterable[Entry], needs: Callable[[Entry], set[str]]) -> list[Entry]:
    """The entries without what is left out, and without what nothing else had needed.

    ``needs`` tells the file names of the libraries that a file is linked with itself.
    """
    staying, going = dict[str, Entry](), list[Entry]()
    for entry in entries:
        if is_left_out(entry[0]):
            going.append(entry)
        else:
            staying[entry[0]] = entry
    wanted = {place: needs(entry) for place, entry in staying.items()}
    while going:
        lost = set[str]().union(*map(needs, going)).difference(*wanted.values())
        going = [entry for place, entry in staying.items() if PurePath(place).name in lost]
        for place, _, _ in going:
            del staying[place], wanted[place]
    return list(staying.values())
