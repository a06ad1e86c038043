"""Word documents: the text as it reads once tracked changes are accepted.

Insertions are read, deletions and hidden text are not; automatic numbers are written out;
footnotes, headers and footers stand at the end, apart from the text.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document as open_docx
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from plans.documents.archive import packed, slim_package
from plans.documents.breaks import begins_numbered, paragraphs
from plans.documents.document import Builder, Document, Kind
from plans.documents.docx_styles import Numbers, Styles, truth, value
from plans.documents.grid import MOST_SPAN, Cell, Row, add_table
from plans.documents.refusals import refusal
from plans.limits import LIMITS, Limits

#: Wrappers whose content is part of the text.
_CLEAR_NAMES = (
    "ins moveTo hyperlink smartTag sdt sdtContent fldSimple customXml ruby rubyBase dir bdo"
)
_CLEAR = {qn(f"w:{name}") for name in _CLEAR_NAMES.split()}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT, _RUN, _PARAGRAPH, _TABLE = qn("w:t"), qn("w:r"), qn("w:p"), qn("w:tbl")
_ROW, _CELL, _BOX = qn("w:tr"), qn("w:tc"), qn("w:txbxContent")
_TYPES = "[Content_Types].xml"
_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
#: Documents with macros, and templates, which are the same but in name.
_OTHER_TYPES = (
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
#: The parts that are read beside the body.
_ASIDE = tuple(f"word/{name}" for name in ("styles", "numbering", "foot", "endnotes", "header"))
_NOTES = ("footnotes", "endnotes")
_MARGINS = ("header", "footer")
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
#: What libxml2 says of elements that nest deeper than it reads.
_TOO_DEEP = "Excessive depth"
_NO_MEMORY = "memory"


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 1


class _Body:
    """Walks the body of a document, or of its notes and margins, and writes its parts."""

    def __init__(self, builder: Builder, styles: Styles, numbers: Numbers) -> None:
        self.builder = builder
        self.styles = styles
        self.numbers = numbers
        self.before = ""  # words of a paragraph whose mark was deleted

    def _runs(self, node: Any, hidden: bool) -> Iterator[str]:
        for child in node:
            if child.tag == _RUN:
                properties = child.find(qn("w:rPr"))
                if not self.styles.hides_run(properties, hidden):
                    yield from self._run(child)
            elif child.tag in _CLEAR:
                yield from self._runs(child, hidden)

    def _run(self, run: Any) -> Iterator[str]:
        for child in run:
            if child.tag == _TEXT:
                yield child.text or ""
            elif child.tag in _SIGNS and child.get(qn("w:type")) not in ("page", "column"):
                yield _SIGNS[child.tag]
            elif child.tag in _CLEAR:
                yield from self._runs(child, False)

    def text(self, paragraph: Any) -> str:
        """The words of a paragraph, forced line breaks as line feeds."""
        hidden = self.styles.hides_paragraph(paragraph)
        return "".join(self._runs(paragraph, hidden))

    def _boxes(self, paragraph: Any) -> Iterator[Any]:
        """The text boxes anchored in a paragraph, each once, the outermost."""
        for box in paragraph.iter(_BOX):
            above = [node.tag for node in box.iterancestors()]
            inside = above[: above.index(_PARAGRAPH)] if paragraph.tag in above else above
            if _FALLBACK not in inside and _BOX not in inside:
                yield box

    def paragraph(self, paragraph: Any) -> None:
        """Write a paragraph and the text boxes anchored in it."""
        words = self.before + self.text(paragraph)
        self.before = ""
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
        if mark is not None and (
            mark.find(qn("w:del")) is not None or mark.find(qn("w:moveFrom")) is not None
        ):
            self.before = words
        else:
            self._write(paragraph, words)
        for box in self._boxes(paragraph):
            self.blocks(box)

    def _write(self, paragraph: Any, words: str) -> None:
        if not words.strip():
            return
        kind: Kind = "paragraph"
        number = self.numbers.next(paragraph, self.styles)
        if self.styles.outline(paragraph) is not None:
            kind = "heading"
        elif number is not None:
            kind = "list_item"
        for part in paragraphs((number or "") + words.lstrip()):
            self.builder.add(kind, part)
            kind = "paragraph"

    def blocks(self, parent: Any) -> None:
        """Write the paragraphs and tables in ``parent``, in order."""
        for child in parent:
            if child.tag == _PARAGRAPH:
                self.paragraph(child)
            elif child.tag == _TABLE:
                self.table(child)
            elif child.tag in _CLEAR:
                self.blocks(child)
        if self.before:
            self.builder.add("paragraph", self.before)
            self.before = ""

    def _children(self, parent: Any, tag: str) -> Iterator[Any]:
        for child in parent:
            if child.tag == tag:
                yield child
            elif child.tag in _CLEAR:
                yield from self._children(child, tag)

    def table(self, table: Any) -> None:
        """Write the rows of a table, then those of tables inside its cells."""
        rows: list[Row] = []
        above: dict[int, Cell] = {}
        for line in self._children(table, _ROW):
            properties = line.find(qn("w:trPr"))
            if properties is not None and any(
                properties.find(qn(f"w:{name}")) is not None for name in ("del", "hidden")
            ):
                continue
            row = Row(heading=truth(properties, "w:tblHeader"))
            column = min(_number(value(properties, "w:gridBefore") or "0"), MOST_SPAN)
            row.cells += [Cell("")] * column
            for cell in self._children(line, _CELL):
                column += self._cell(cell, row, column, above)
            rows.append(row)
        add_table(self.builder, rows)
        for inner in table.iter(_TABLE):
            if inner is not table and next(inner.iterancestors(_TABLE), None) is table:
                self.table(inner)

    def _cell(self, cell: Any, row: Row, column: int, above: dict[int, Cell]) -> int:
        """Add a cell to its row; how many columns it covers."""
        properties = cell.find(qn("w:tcPr"))
        wide = _number(value(properties, "w:gridSpan"))
        merge = properties.find(qn("w:vMerge")) if properties is not None else None
        if properties is not None and properties.find(qn("w:cellDel")) is not None:
            return 0
        if merge is not None and merge.get(qn("w:val")) != "restart" and column in above:
            above[column].rows += 1
            return wide
        lines = [self._numbered(p) for p in self._children(cell, _PARAGRAPH)]
        added = Cell("\n".join(line for line in lines if line.strip()), wide)
        row.cells.append(added)
        above.pop(column, None)
        if merge is not None:
            above[column] = added
        return wide

    def _numbered(self, paragraph: Any) -> str:
        words = self.text(paragraph)
        if not words.strip():
            return ""
        number = self.numbers.next(paragraph, self.styles)
        return words if number is None or begins_numbered(words) else number + words


def _apart(body: _Body, parts: dict[str, bytes], kind: Kind, names: tuple[str, ...]) -> None:
    """Write the notes or margins of a document as parts of that kind, each words once."""
    written: set[str] = set()
    for path in sorted(parts):
        if not path.startswith(tuple(f"word/{name}" for name in names)) or not parts[path]:
            continue
        root = parse_xml(parts[path])
        for note in root if kind == "footnote" else [root]:
            if note.get(qn("w:type")) in _SEPARATORS:
                continue
            for paragraph in note.iter(_PARAGRAPH):
                words = body.text(paragraph).strip()
                if words and words not in written:
                    written.add(words)
                    body.builder.add(kind, words)


def read_docx(data: bytes, name: str, *, limits: Limits = LIMITS) -> Document:
    """The document of a docx file; AtlasError when it is damaged, protected or unsafe."""
    parts = slim_package(data, name, limits=limits)
    builder = Builder(name, limits=limits)
    try:
        types = parts.get(_TYPES, b"")
        for other in _OTHER_TYPES:
            types = types.replace(other, _TYPE)
        file = open_docx(packed({**parts, _TYPES: types}))
        parts = {path: part for path, part in parts.items() if path.startswith(_ASIDE)}
        body = _Body(builder, Styles(parts.get("word/styles.xml")), Numbers(parts))
        body.blocks(file.element.body)
        _apart(body, parts, "footnote", _NOTES)
        _apart(body, parts, "header", _MARGINS)
    except RecursionError as error:  # parts that name one another, one after the other
        raise refusal(name, "too_deep", most=limits.deep_parts) from error
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, zipfile.BadZipFile) as error:
        if _NO_MEMORY in str(error).lower():
            raise MemoryError from error
        if _TOO_DEEP in str(error):
            raise refusal(name, "too_deep", most=limits.deep_parts) from error
        raise refusal(name, "damaged") from error
    return builder.document("docx")
