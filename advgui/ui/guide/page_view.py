"""One page of the guide, in the colours and letters of the window."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QRegularExpression, QUrl
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from advgui.core.language import language, tr
from advgui.lab.glossary import PAGE as GLOSSARY
from advgui.lab.glossary import glossary
from advgui.ui.guide.contents import PLUGINS, page_text
from advgui.ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT, font, tokens

_MARGIN: Final = 20
#: Of the letters' own height.
_LINE_PERCENT: Final = 118
#: A place that was looked for has one part in so many of the page above it.
_ABOVE: Final = 4
#: Words of the glossary that need no line below them on every page.
_WELL_KNOWN: Final = ("attack", "label", "network", "run", "step")
_PROPORTIONAL: Final = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_CODE: Final = QTextFormat.Property.BlockCodeLanguage.value
_SOLID: Final = QTextFrameFormat.BorderStyle.BorderStyle_Solid


class PageView(QTextBrowser):
    """Shows Markdown; says ``anchorClicked`` of a link, and follows none by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide-page")
        self.setAccessibleName(tr("Page of the guide"))
        self.setOpenLinks(False)
        self.setFont(font("body"))
        self.document().setDocumentMargin(_MARGIN)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """A page that is no file is written now; all else is read."""
        if QUrl(name).fileName() == f"{PLUGINS}.md":
            return page_text(PLUGINS)
        return super().loadResource(type, name)

    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Show a page as this window writes."""
        super().doSetSource(name, type)
        self._dress()

    def go_to(self, words: str) -> bool:
        """Whether the words come after where one is; they are marked, high enough to read on."""
        if not self.find(words):
            return False
        self._leave_room_above()
        return True

    def go_to_entry(self, word: str) -> None:
        """Go to the paragraph that begins with a word and explains it, and mark it."""
        for block in self._blocks():
            if word in block.text().partition(":")[0].split(", "):
                cursor = QTextCursor(block)
                cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
                self.setTextCursor(cursor)
                self._leave_room_above()
                return

    def _leave_room_above(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // _ABOVE)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours; one stays where one is."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.source().isEmpty():
            place = self.verticalScrollBar().value()
            self.reload()
            self.verticalScrollBar().setValue(place)

    def _dress(self) -> None:
        """What Markdown leaves open: distances, the ground of code, the lines of tables."""
        for block in self._blocks():
            self._dress_block(block)
        if self.source().fileName() != f"{GLOSSARY}.md" and language() == "en":
            self._mark_words()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)

    def _mark_words(self) -> None:
        """The first time that a page says a word of the glossary, it has a dotted line."""
        for word, sentence in glossary().items():
            if word not in _WELL_KNOWN:
                self._mark(word, sentence)

    def _mark(self, word: str, sentence: str) -> None:
        whole = QRegularExpression(rf"\b{QRegularExpression.escape(word)}\b")
        whole.setPatternOptions(QRegularExpression.PatternOption.CaseInsensitiveOption)
        found = self.document().find(whole)
        while not found.isNull() and not _is_plain(found):
            found = self.document().find(whole, found)
        if not found.isNull():
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(tokens(self.palette()).edge)
            form.setToolTip(sentence)
            form.setAnchor(True)
            form.setAnchorHref(f"{GLOSSARY}.md#{word}")
            found.mergeCharFormat(form)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _dress_block(self, block: QTextBlock) -> None:
        given, cursor = block.blockFormat(), QTextCursor(block)
        form = QTextBlockFormat()
        if given.headingLevel():
            form.setTopMargin(0 if given.headingLevel() == 1 else LARGE + SMALL)
            form.setBottomMargin(SMALL)
            cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
            letters = QTextCharFormat()
            letters.setFont(font("display" if given.headingLevel() == 1 else "title"))
            cursor.mergeCharFormat(letters)
        elif _is_code(block):
            form.setTopMargin(0)
            form.setBottomMargin(0 if _is_code(block.next()) else MEDIUM)
            form.setBackground(tokens(self.palette()).track)
            form.setLeftMargin(MEDIUM)
        elif cursor.currentTable() is None:
            form.setTopMargin(TIGHT if block.textList() is None else 0)
            form.setLineHeight(_LINE_PERCENT, _PROPORTIONAL)
            form.setBottomMargin(TIGHT)
        cursor.mergeBlockFormat(form)

    def _dress_table(self, table: QTextTable) -> None:
        form = table.format()
        form.setBorderCollapse(True)
        form.setBorder(1)
        form.setBorderStyle(_SOLID)
        form.setBorderBrush(tokens(self.palette()).line)
        form.setCellPadding(TIGHT + 1)
        form.setCellSpacing(0)
        form.setTopMargin(SMALL)
        form.setBottomMargin(MEDIUM)
        table.setFormat(form)


def _is_plain(found: QTextCursor) -> bool:
    """Whether it is in plain text: in no link, heading or piece of code."""
    form, block = found.charFormat(), found.block()
    code = _is_code(block) or form.fontFixedPitch()
    return not (form.isAnchor() or code or block.blockFormat().headingLevel())


def _is_code(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(_CODE)
