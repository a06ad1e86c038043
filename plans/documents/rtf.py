"""Rich text: its control words read as far as they bear on the words of the text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from plans.documents.breaks import paragraphs
from plans.documents.document import Builder, Document, Kind
from plans.documents.grid import Cell, Row, add_table
from plans.documents.refusals import refusal
from plans.limits import LIMITS, Limits

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+"
    rb"|([^\\{}\r\n]+)"
)
#: Groups that hold no words of the text.
_UNREAD_WORDS = (
    "fonttbl colortbl stylesheet info pict object themedata datastore listtable listoverridetable "
    "generator xmlnstbl rsidtbl latentstyles fldinst filetbl revtbl bkmkstart bkmkend shppict "
    "nonshppict colorschememapping mmathPr pgptbl wgrffmtfilter pntext pnseclvl template"
)
_UNREAD = frozenset(_UNREAD_WORDS.split())
_MARGIN_WORDS = "header headerl headerr headerf footer footerl footerr footerf"
_MARGINS = frozenset(_MARGIN_WORDS.split())
_CHARACTERS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "tab": "\t",
    "line": "\n",
}
_CHARSETS = {134: "gb18030", 136: "big5hkscs", 128: "cp932", 129: "cp949"}


@dataclass(frozen=True)
class _State:
    """What holds inside a group; ``skip`` characters stand for one given by its number."""

    unread: bool = False
    hidden: bool = False
    apart: Kind | None = None
    skip: int = 1
    encoding: str = "gb18030"


class _Reader:
    """Goes through the tokens once and writes paragraphs and rows as they end."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.state = _State()
        self.stack: list[_State] = []
        self.words: list[str] = []
        self.apart: list[tuple[Kind, str]] = []
        self.noted: list[str] = []
        self.cells: list[Cell] = []
        self.rows: list[Row] = []
        self.in_table = False
        self.fonts: dict[int, str] = {}
        self.font = 0
        self.in_fonts = False
        self.pending = bytearray()  # a bytes object would be copied for each of them
        self.skipping = 0
        self.high = 0

    def token(self, token: re.Match[bytes]) -> None:
        """Read what :data:`_TOKEN` found."""
        word, argument, code, sign, brace, text = token.groups()
        if word:
            self.word(word.decode("ascii"), int(argument) if argument else None)
        elif code:
            self.raw(bytes([int(code, 16)]))
        elif sign:
            self.sign(sign)
        elif brace == b"{":
            self.open()
        elif brace == b"}":
            self.close()
        elif text:
            self.raw(text)

    def end(self) -> None:
        """The file ends: write what was collected, and then what stands apart from the text."""
        self.flush()
        if self.stack:
            raise refusal(self.builder.name, "damaged")
        self.in_table = False
        self.state = _State()
        self.paragraph()
        self.end_table()
        for kind, words in self.apart:
            self.builder.add(kind, words)

    def write(self, text: str) -> None:
        """Add words, where the group is read."""
        if self.state.unread or self.state.hidden:
            return
        (self.noted if self.state.apart else self.words).append(text)

    def flush(self) -> None:
        """Decode the bytes that were collected."""
        if self.pending:
            self.write(self.pending.decode(self.state.encoding, "replace"))
            self.pending = bytearray()

    def raw(self, data: bytes) -> None:
        """Bytes of text; those that only repeat a character given by number are left out."""
        taken = min(self.skipping, len(data))
        self.skipping -= taken
        self.pending += data[taken:]

    def open(self) -> None:
        """A group begins."""
        self.flush()
        most = self.builder.limits.deep_groups
        if len(self.stack) >= most:
            raise refusal(self.builder.name, "too_deep", most=most)
        self.stack.append(self.state)
        self.skipping = 0

    def close(self) -> None:
        """A group ends."""
        self.flush()
        if not self.stack:
            return
        before = self.stack.pop()
        if self.state.apart and not before.apart:
            self.apart.append((self.state.apart, "".join(self.noted)))
            self.noted = []
        self.in_fonts = self.in_fonts and before.unread
        self.state = before
        self.skipping = 0

    def unicode(self, number: int) -> None:
        """A character by its number, of which two may make one."""
        code = number % 0x10000
        if 0xD800 <= code < 0xDC00:
            self.high = code
        elif 0xDC00 <= code < 0xE000:
            if self.high:
                self.write(chr(0x10000 + (self.high - 0xD800) * 0x400 + code - 0xDC00))
            self.high = 0
        elif code:
            self.write(chr(code))
        self.skipping = self.state.skip

    def paragraph(self) -> None:
        """A paragraph ends."""
        if self.state.apart:
            self.noted.append("\n")
            return
        if self.in_table:
            self.words.append("\n")
            return
        self.end_table()
        for words in paragraphs("".join(self.words)):
            self.builder.add("paragraph", words)
        self.words = []

    def end_table(self) -> None:
        """Write the rows that were collected."""
        if self.rows:
            add_table(self.builder, self.rows)
            self.rows = []

    def word(self, name: str, number: int | None) -> None:
        """A control word."""
        self.flush()
        self.skipping = 0
        if name == "u" and number is not None:
            self.unicode(number)
        elif name in _CHARACTERS:
            self.write(_CHARACTERS[name])
        elif name in ("par", "sect", "page"):
            self.paragraph()
        elif name == "cell":
            self.cells.append(Cell("".join(self.words).strip()))
            self.words = []
        elif name == "row":
            self.rows.append(Row(self.cells))
            self.cells = []
        elif name in ("trowd", "intbl"):
            self.in_table = True
        elif name == "pard":
            self.in_table = False
        else:
            self._state_word(name, number)

    def _state_word(self, name: str, number: int | None) -> None:
        if name in _UNREAD:
            self.state = replace(self.state, unread=True)
            self.in_fonts = self.in_fonts or name == "fonttbl"
        elif name in _MARGINS or name == "footnote":
            kind: Kind = "footnote" if name == "footnote" else "header"
            self.state = replace(self.state, apart=kind)
        elif name in ("v", "deleted"):
            self.state = replace(self.state, hidden=number != 0)
        elif name == "plain":
            self.state = replace(self.state, hidden=False)
        elif name == "uc" and number is not None:
            self.state = replace(self.state, skip=min(max(number, 0), 9))
        elif name == "ansicpg" and number is not None:
            self.state = replace(self.state, encoding=_code_page(number))
        elif name == "f" and number is not None:
            self.font = number
            if not self.in_fonts and number in self.fonts:
                self.state = replace(self.state, encoding=self.fonts[number])
        elif name == "fcharset" and self.in_fonts and number in _CHARSETS:
            self.fonts[self.font] = _CHARSETS[number]

    def sign(self, sign: bytes) -> None:
        """A control sign."""
        if sign in b"\\{}":
            self.raw(sign)
            return
        self.flush()
        if sign == b"*":
            self.state = replace(self.state, unread=True)
        elif sign == b"~":
            self.write(" ")
        elif sign == b"_":
            self.write("-")
        elif sign in (b"\n", b"\r"):
            self.paragraph()


def _code_page(number: int) -> str:
    known = {936: "gb18030", 950: "big5hkscs", 65001: "utf-8"}
    try:
        return known.get(number) or codecs.lookup(f"cp{number}").name
    except LookupError:
        return "gb18030"


def read_rtf(data: bytes, name: str, *, limits: Limits = LIMITS) -> Document:
    """The document of an RTF file; AtlasError when it is damaged or beyond a limit."""
    builder = Builder(name, limits=limits)
    reader = _Reader(builder)
    for number, token in enumerate(_TOKEN.finditer(data)):
        if number % 10_000 == 0:
            builder.check_time()
        reader.token(token)
    reader.end()
    return builder.document("rtf")
