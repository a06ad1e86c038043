"""Web pages: what a reader of the page sees of the article, in order, tables as tables.

Nothing is read from scripts, styles, comments, navigation, or parts that the page hides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from plans.documents.breaks import paragraphs
from plans.documents.decoding import decode
from plans.documents.document import Builder, Document, Kind
from plans.documents.grid import MOST_SPAN, Cell, Row, add_table
from plans.documents.refusals import refusal
from plans.documents.text import damage, is_navigation
from plans.limits import LIMITS, Limits

_UNREAD_TAGS = (
    "script style noscript template head nav footer aside iframe frame object embed svg canvas "
    "math select option button input textarea datalist audio video map del rt rp dialog menu"
)
_HEADING_TAGS = "h1 h2 h3 h4 h5 h6"
_BLOCK_TAGS = (
    "address article blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure form header hgroup hr html legend li main ol p pre section summary table tbody td "
    "tfoot th thead tr ul"
)
#: Words that name the parts of a page around the article, whole words of a class or id.
_AROUND_WORDS = (
    "nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs footer foot sidebar share "
    "pager pagination copyright friendlink friendlinks toolbar searchbar"
)
_UNREAD = frozenset(_UNREAD_TAGS.split())
_HEADINGS = frozenset(_HEADING_TAGS.split())
_BLOCKS = frozenset(_BLOCK_TAGS.split()) | _HEADINGS
_AROUND = frozenset(_AROUND_WORDS.split())
_HIDDEN_STYLE = re.compile(r"(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_RULE = re.compile(r"(?<![^{}])([^{}]+)\{([^{}]*)\}")
_SIMPLE_SELECTOR = re.compile(r"[\w\s.#>,-]+\Z")
#: A selector that one look at an element answers; the others are tried on the whole page.
_ONE = re.compile(r"[.#]?[\w-]+\Z")
_MOST_SEARCHES = 100
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "menu", "dialog"))
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.I)
#: Elements that have no end, or may leave it out and hold none of their kind.
_ENDLESS_TAGS = (
    "area base br col embed hr img input link meta source track wbr p li dt dd tr td th tbody "
    "thead tfoot option optgroup colgroup rt rp html head body"
)
_ENDLESS = frozenset(_ENDLESS_TAGS.split())
#: A tag that may have many attributes, as a browser finds its end, and each of them.
_LONG_TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*+""")
_QUOTED = re.compile(r"""\"[^"]*"|'[^']*'""")
_OPTION = re.compile(r"<option\b", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")
#: Text of a cell that is longer than this in several parts: the table only lays the page out.
_LAYOUT_CELL = 300


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


class _Hidden:
    """The elements that plain rules of a page's style sheets hide."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self.single: set[str] = set()
        self.found: set[int] = set()
        searched: set[str] = set()
        for style in tree.css("style"):
            sheet = _COMMENT.sub("", style.text(deep=True) or "")
            for selectors, body in _RULE.findall(sheet.split("@media")[0]):
                if not _HIDDEN_STYLE.search("{" + body) or not _SIMPLE_SELECTOR.match(
                    selectors.strip()
                ):
                    continue
                chosen = {one.strip() for one in selectors.split(",")}
                single = {one for one in chosen if _ONE.match(one)}
                self.single |= {one if one[0] in ".#" else one.lower() for one in single}
                searched |= chosen - single
        for selector in sorted(searched)[:_MOST_SEARCHES]:
            with suppress(SelectolaxError, ValueError):
                self.found |= {node.mem_id for node in tree.css(selector)}

    def __bool__(self) -> bool:
        return bool(self.single or self.found)

    def forget(self) -> None:
        """Hide nothing any more."""
        self.single, self.found = set(), set()

    def hides(self, node: LexborNode, tag: str, attributes: Mapping[str, str | None]) -> bool:
        """Whether a rule hides an element."""
        if node.mem_id in self.found or tag in self.single:
            return True
        if f"#{attributes.get('id')}" in self.single:
            return True
        return any(f".{name}" in self.single for name in (attributes.get("class") or "").split())


class _Page:
    """Walks the tree of one page and writes its parts."""

    def __init__(self, tree: LexborHTMLParser, builder: Builder) -> None:
        self.builder = builder
        self.hidden = _Hidden(tree)
        self.kind: Kind = "paragraph"
        self.words: list[str] = []
        self.pre = False

    def _unread(self, node: LexborNode, tag: str) -> bool:
        if tag in _UNREAD:
            return True
        attributes = node.attributes
        if self.hidden and self.hidden.hides(node, tag, attributes):
            return True
        if not attributes:
            return False
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            return True
        if attributes.get("role") in _ROLES or _HIDDEN_STYLE.search(attributes.get("style") or ""):
            return True
        named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        return tag not in ("html", "body") and not _AROUND.isdisjoint(named.split())

    def end(self) -> None:
        """End the part that is being put together."""
        text = "".join(self.words)
        self.words = []
        if not text.strip():
            return
        for part in paragraphs(text):
            kind = "header" if is_navigation(part) else self.kind
            self.builder.add(kind, _tidy(part))

    def walk(self, node: LexborNode) -> None:
        """Write what is in ``node``; without recursion, for pages may nest without end."""
        stack: list[tuple[LexborNode | None, str]] = [(node, "")]
        while stack:
            current, closing = stack.pop()
            if current is None:
                self._close(closing)
                continue
            tag = current.tag or ""
            if tag == "-text":
                self._text(current.text_content or "")
            elif tag == "br":
                self.words.append("\n")
            elif tag.startswith(("-", "!", "_")) or self._unread(current, tag):
                continue
            elif tag == "table" and (rows := self._table(current)) is not None:
                self.end()
                add_table(self.builder, rows)
            else:
                if tag in _BLOCKS:
                    self.end()
                    self._open(tag)
                    stack.append((None, tag))
                stack += [(child, "") for child in reversed(list(_children(current)))]

    def _open(self, tag: str) -> None:
        if tag in _HEADINGS:
            self.kind = "heading"
        elif tag == "li":
            self.kind = "list_item"
        elif tag == "pre":
            self.pre = True

    def _close(self, tag: str) -> None:
        self.end()
        if tag in _HEADINGS or tag == "li":
            self.kind = "paragraph"
        elif tag == "pre":
            self.pre = False

    def _text(self, text: str) -> None:
        self.words.append(text if self.pre else _SPACE.sub(" ", text))

    def _table(self, table: LexborNode) -> list[Row] | None:
        """The rows of a table of data; None for one that only lays out the page."""
        rows: list[Row] = []
        for line in self._lines(table):
            heading = (line.parent is not None and line.parent.tag == "thead") or None
            cells: list[Cell] = []
            ordinary = False
            for cell in _children(line):
                if cell.tag not in ("td", "th") or self._unread(cell, cell.tag):
                    continue
                text = self._cell(cell)
                if text is None:
                    return None
                ordinary = ordinary or cell.tag == "td"
                cells.append(Cell(text, _count(cell, "colspan"), _count(cell, "rowspan")))
            if cells:
                rows.append(Row(cells, bool(heading) or not ordinary))
        wide = max((len(row.cells) for row in rows), default=0)
        return rows if wide > 1 else None

    def _lines(self, table: LexborNode) -> Iterator[LexborNode]:
        for child in _children(table):
            if child.tag == "tr" and not self._unread(child, "tr"):
                yield child
            elif child.tag in ("thead", "tbody", "tfoot") and not self._unread(child, child.tag):
                yield from self._lines(child)

    def _cell(self, cell: LexborNode) -> str | None:
        """The words of a cell, a line each part; None when the cell holds a page of its own."""
        self.builder.check_time()
        if cell.css_first("table") is not None:
            return None
        inner = _Words(self)
        inner.walk(cell)
        parts = inner.parts
        if len(parts) > 3 and sum(map(len, parts)) > _LAYOUT_CELL:
            return None
        return "\n".join(parts)


class _Words(_Page):
    """The walk through one cell: its parts are kept and not written."""

    def __init__(self, page: _Page) -> None:
        self.builder = page.builder
        self.hidden = page.hidden
        self.kind = "paragraph"
        self.words = []
        self.pre = False
        self.parts: list[str] = []

    def end(self) -> None:
        text = "".join(self.words)
        self.words = []
        self.parts += [tidy for part in paragraphs(text) if (tidy := _tidy(part))]


def _count(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or ""
    if not (value.isascii() and value.isdigit()):
        return 1
    return MOST_SPAN if len(value.lstrip("0")) > 9 else min(int(value[-9:]), MOST_SPAN)


def _tidy(text: str) -> str:
    """Without the spaces that line breaks in the page's source put between Chinese words."""
    return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", text).strip(" \u3000\xa0\t\n")


def _nests(text: str, most: int) -> bool:
    """Whether elements of one name or another are opened in each other, more than ``most`` deep."""
    open_: Counter[str] = Counter()
    depth = 0
    for end, named in _TAG.findall(text):
        tag = named.lower()
        if tag in _ENDLESS or (end and not open_[tag]):
            continue
        step = -1 if end else 1
        open_[tag] += step
        depth += step
        if depth > most:
            return True
    return False


def _crowded(text: str, most: int) -> bool:
    """Whether a tag has more attributes than that, or the page more options to choose from.

    The time that a parser takes for either grows with the square of their number.
    """
    if sum(1 for _ in _OPTION.finditer(text)) > most:
        return True
    return any(
        len(_QUOTED.sub("", tag[0]).split()) > most
        for tag in _LONG_TAG.finditer(text)
        if len(tag[0]) > 2 * most
    )


def read_html(data: bytes, name: str, *, limits: Limits = LIMITS) -> Document:
    """The document of a web page in any encoding of Chinese, whatever it declares."""
    decoded = decode(data, name)
    builder = Builder(name, limits=limits)
    if _nests(decoded.text, limits.deep):
        raise refusal(name, "too_deep", most=limits.deep)
    if _crowded(decoded.text, limits.attributes):
        raise refusal(name, "crowded", most=limits.attributes)
    tree = LexborHTMLParser(decoded.text.replace("\x00", ""))
    page = _Page(tree, builder)
    if tree.root is not None:
        page.walk(tree.root)
        if not builder.blocks and page.hidden:
            page.hidden.forget()  # a page that shows itself by script
            page.walk(tree.root)
        page.end()
    builder.notes += damage(decoded.damaged, decoded.encoding)
    return builder.document("html")
