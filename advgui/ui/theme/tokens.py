"""How the window looks: colours, spacing and type, in one place, light and dark.

Widgets ask :func:`tokens` with their own palette, so that no widget has to know which
theme is on, and repaint on ``QEvent.Type.PaletteChange``. The four colours of data have
the hues of Okabe and Ito (Color Universal Design, 2008), which the colour-blind can tell apart;
on light, orange and green are darker than theirs, so that a thin curve is seen. Which colours
meet, and how well each is seen, is in ``contrast``.
"""

from typing import Final, Literal, NamedTuple

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

TextRole = Literal["caption", "body", "strong", "title", "display"]

#: Distances in device-independent pixels, multiples of four.
TIGHT: Final = 4
SMALL: Final = 8
MEDIUM: Final = 12
LARGE: Final = 16
WIDE: Final = 24

#: Corner radii, and the width of a focus ring.
CORNER: Final = 4
CARD_CORNER: Final = 8
RING: Final = 2

_SCALE: Final[dict[TextRole, tuple[float, QFont.Weight]]] = {
    "caption": (0.88, QFont.Weight.Normal),
    "body": (1.0, QFont.Weight.Normal),
    "strong": (1.0, QFont.Weight.DemiBold),
    "title": (1.2, QFont.Weight.DemiBold),
    "display": (1.9, QFont.Weight.DemiBold),
}


class Tokens(NamedTuple):
    """The colours of one theme, named by what they mean.

    The four data colours come as fills; their ``_text`` variants are readable as text.
    ``line`` parts what words part already; ``edge`` is an outline or a bar that says something:
    where a sheet, a field or a track is. ``faint`` is for what is disabled, and for nothing else.
    """

    dark: bool
    window: QColor
    base: QColor
    card: QColor
    button: QColor
    line: QColor
    edge: QColor
    track: QColor
    hover: QColor
    text: QColor
    muted: QColor
    faint: QColor
    accent: QColor
    on_accent: QColor
    paper: QColor
    ink: QColor
    prediction: QColor
    goal: QColor
    fooled: QColor
    restored: QColor
    prediction_text: QColor
    goal_text: QColor
    fooled_text: QColor
    restored_text: QColor


LIGHT: Final = Tokens(
    dark=False,
    window=QColor("#f4f5f7"),
    base=QColor("#ffffff"),
    card=QColor("#ffffff"),
    button=QColor("#fbfbfc"),
    line=QColor("#d5d9df"),
    edge=QColor("#7c8796"),
    track=QColor("#e8ebef"),
    hover=QColor("#e6eef5"),
    text=QColor("#1c2127"),
    muted=QColor("#5a636e"),
    faint=QColor("#a3abb5"),
    accent=QColor("#0072b2"),
    on_accent=QColor("#ffffff"),
    paper=QColor("#ffffff"),
    ink=QColor("#14181d"),
    prediction=QColor("#0072b2"),
    goal=QColor("#b37c00"),
    fooled=QColor("#d55e00"),
    restored=QColor("#00996f"),
    prediction_text=QColor("#00639c"),
    goal_text=QColor("#8a5a00"),
    fooled_text=QColor("#a84700"),
    restored_text=QColor("#00714f"),
)

DARK: Final = Tokens(
    dark=True,
    window=QColor("#1d2025"),
    base=QColor("#16191d"),
    card=QColor("#24282e"),
    button=QColor("#2d3239"),
    line=QColor("#3b424b"),
    edge=QColor("#7a8491"),
    track=QColor("#30353d"),
    hover=QColor("#2b3540"),
    text=QColor("#e4e7eb"),
    muted=QColor("#a4adb8"),
    faint=QColor("#69727e"),
    accent=QColor("#3f9fdc"),
    on_accent=QColor("#0c1116"),
    paper=QColor("#14171b"),
    ink=QColor("#f2f4f6"),
    prediction=QColor("#3f9fdc"),
    goal=QColor("#f0ae1e"),
    fooled=QColor("#ee7a2b"),
    restored=QColor("#1db88a"),
    prediction_text=QColor("#63b5ea"),
    goal_text=QColor("#f3b83a"),
    fooled_text=QColor("#f58c47"),
    restored_text=QColor("#35c79b"),
)


def tinted(colour: QColor, colours: Tokens) -> QColor:
    """The ground of words that are written in the same colour's ``_text``."""
    made = QColor(colour)
    made.setAlphaF(0.18 if colours.dark else 0.14)
    return made


def is_dark(palette: QPalette) -> bool:
    """Whether a palette writes light on dark."""
    text = palette.color(QPalette.ColorRole.WindowText)
    return text.lightness() > palette.color(QPalette.ColorRole.Window).lightness()


def tokens(palette: QPalette) -> Tokens:
    """The colours that go with a widget's palette."""
    key = palette.cacheKey()
    if key not in _themes:
        if len(_themes) >= _MANY:
            _themes.clear()
        _themes[key] = DARK if is_dark(palette) else LIGHT
    return _themes[key]


#: The theme of each palette that was asked for lately: to look at its colours takes far longer.
_themes: Final[dict[int, Tokens]] = {}
_MANY: Final = 100


def palette(colours: Tokens) -> QPalette:
    """A whole application palette from the tokens of one theme."""
    role = QPalette.ColorRole
    made = QPalette(colours.button, colours.window)
    for name, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.card,
        role.Text: colours.text,
        role.Button: colours.button,
        role.ButtonText: colours.text,
        role.BrightText: colours.fooled_text,
        role.PlaceholderText: colours.muted,
        role.ToolTipBase: colours.card,
        role.ToolTipText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.prediction_text,
        role.LinkVisited: colours.prediction_text,
    }.items():
        made.setColor(name, colour)
    _dim(made, colours)
    return made


def _dim(made: QPalette, colours: Tokens) -> None:
    """What is disabled is faint, and never highlighted in the accent."""
    role, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(disabled, name, colours.faint)
    for name in (role.Highlight, role.Accent):
        made.setColor(disabled, name, colours.track)


def font(role: TextRole = "body") -> QFont:
    """The system's font at one size of the type scale; its figures do not jump."""
    factor, weight = _SCALE[role]
    made = QFont(QGuiApplication.font())
    if made.pointSizeF() > 0:
        made.setPointSizeF(made.pointSizeF() * factor)
    else:
        made.setPixelSize(round(made.pixelSize() * factor))
    made.setWeight(weight)
    made.setFeature(QFont.Tag.fromString("tnum"), 1)
    return made
