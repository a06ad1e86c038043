"""Rows of tables: one project each, its status and years in the cells beside the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plans.reading.actions import status as status_of
from plans.reading.context import heading_mode
from plans.reading.lexical.lexicon import Sense
from plans.reading.lexical.uses import uses
from plans.reading.names.lists import Lists
from plans.reading.names.proper import proper
from plans.reading.sentences import SentenceReader
from plans.reading.text.folding import Folded
from plans.reading.years import Years, read_years
from registry.vocab import Mode, Status

_TOTALS = re.compile(r"^(?:小计|合计|总计|共计|总数)")
_HEADER = re.compile(
    r"序号|项目名称|工程名称|建设性质|建设年限|建设规模|建设内容|总投资|起止年限|责任单位|工程项目|(?:开工|竣工|建成|完工)(?:年份|年度|时间)"
)
_NAME = re.compile(r"项目名称|工程名称|^名称|项目$|路线名称|线路名称|工程项目")
_PROGRESS = re.compile(r"进度|进展|状态|阶段|目标|计划$|实施|形象|性质|备注|类型|类别|节点")
_START = re.compile(r"开工|起始|开始")
_COMPLETE = re.compile(r"竣工|建成|完工|通车|投产|结束")
_NATURE = {"新建", "改建", "扩建", "改扩建", "新改建", "迁建", "改造", "升级改造", "新建改建"}
_RANGE = re.compile(r"((?:19|20)\d\d)年?[—\-~–−至到]{1,2}((?:19|20)\d\d)年?")
_LONE = re.compile(r"^((?:19|20)\d\d)年?(?:底|末)?$")
_ORDINAL = re.compile(r"\(?[\d一二三四五六七八九十]{1,3}\)?[.、]?$")
_LONGEST_STATUS = 24


@dataclass
class Row:
    """A project's row; ``status`` and ``years`` from the cells beside its name."""

    name: Folded
    status: Status | None
    years: Years
    action: str


class Table:
    """Reads the rows of one table after another, with the heading row of each."""

    def __init__(self, reader: SentenceReader) -> None:
        self.reader = reader
        self.header: list[str] = []
        self.mode: Mode | None = None
        self.group: list[Sense] = []

    def leave(self) -> None:
        """Forget the table: what follows is text."""
        self.header, self.mode, self.group = [], None, []

    def row(self, cells: Sequence[Folded]) -> Row | None:
        """The project of a row; none for heading rows, totals and rows that name none."""
        texts = [cell.text for cell in cells]
        filled = [i for i, text in enumerate(texts) if text]
        if sum(bool(_HEADER.search(text)) for text in texts) >= 2:
            self.header = texts
            return None
        if not filled or any(_TOTALS.match(texts[i]) for i in filled):
            return None
        if len(filled) == 1 or len({texts[i] for i in filled}) == 1:
            self._heading(cells[filled[0]])
            return None
        index = self._name_cell(texts)
        rest = [texts[i] for i in filled if i != index]
        if (
            index is not None
            and all(_ORDINAL.match(t) for t in rest)
            and not self._names(texts[index])
        ):
            index = None  # 一 | 铁路
        if index is None:
            self._heading(cells[max(filled, key=lambda i: len(texts[i]))])
            return None
        said, action = self._status([t for i, t in enumerate(texts) if i != index])
        years = self._years(texts, index).or_else(self._told_years(texts, index))
        return Row(cells[index], said, years, action)

    def _heading(self, cell: Folded) -> None:
        self.mode = heading_mode(cell.text) or self.mode
        said = [t.sense for t in self.reader.read(cell.text).phrase if t.sense]
        if said:
            self.group = said

    def _names(self, text: str) -> bool:
        tokens = self.reader.tokenizer.cut(text)
        groups = Lists(tokens, uses(tokens)).groups()
        return any(
            item.headed and not item.dead and proper(item) for g in groups for item in g.items
        )

    def _name_cell(self, texts: list[str]) -> int | None:
        for index, title in enumerate(self.header):
            if _NAME.search(title) and index < len(texts) and texts[index]:
                return index
        short = [i for i, text in enumerate(texts) if 2 < len(text) <= 60]
        headed = [i for i in short if self._names(texts[i])]
        if headed:
            return headed[0]
        return None

    def _status(self, texts: list[str]) -> tuple[Status | None, str]:
        nature: tuple[list[Sense], str] = ([], "")
        progress: tuple[list[Sense], str] = ([], "")
        for text in texts:
            if not text or len(text) > _LONGEST_STATUS:
                continue
            senses = [t.sense for t in self.reader.read(text).phrase if t.sense]
            if not senses:
                continue
            if text in _NATURE:
                nature = (senses, text)
            else:
                progress = (senses, text)
        senses, action = progress if progress[0] else (self.group, "") if self.group else nature
        return (status_of(senses) if senses else None), action

    def _told_years(self, texts: list[str], name: int) -> Years:
        """The years that a cell says in words: 2023年12月建成通车."""
        years = Years()
        for index, text in enumerate(texts):
            if index != name and 0 < len(text) <= _LONGEST_STATUS:
                years = years.or_else(read_years(self.reader.read(text).phrase))
        return years

    def _years(self, texts: list[str], name: int) -> Years:
        lone: list[tuple[int, int]] = []
        for index, text in enumerate(texts):
            if index == name:
                continue
            if match := _RANGE.search(text):
                return Years(int(match[1]), int(match[2]))
            if match := _LONE.match(text):
                lone.append((index, int(match[1])))
        if len(lone) >= 2:
            return Years(lone[0][1], lone[1][1])
        if lone and lone[0][0] < len(self.header):
            index, year = lone[0]
            if _START.search(self.header[index]):
                return Years(start=year)
            if _COMPLETE.search(self.header[index]):
                return Years(complete=year)
        return Years()
