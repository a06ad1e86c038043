"""Bare text, from a file or pasted: its lines, and which of them are not the plan's words.

A text copied from a web page carries the page's navigation and notes, one copied from a printed
document the footnotes; both are kept and marked.
"""

from __future__ import annotations

import re

from plans.documents.decoding import decode
from plans.documents.document import Block, Document, Kind, Note, note, plain
from plans.documents.refusals import refusal
from plans.limits import LIMITS, Limits

#: Lines of a web page around an article; each pattern holds from the beginning of a line.
_NAVIGATION = re.compile(
    r"\s*(?:"
    r"(?:您?(?:当前|現在|现在|所在)的?位置|您现在的位置)\s*[:：]"
    r"|(?:网站)?首[页頁]\s*[>›»＞/|\-]"
    r"|(?:上|下)一[篇条頁页]\s*[:：]"
    r"|(?:发布|發佈|發布|更新|成文)(?:时间|日期|時間|日期)\s*[:：]"
    r"|(?:信息|稿件|文章|新闻)?(?:来源|來源)\s*[:：]\s*\S{0,20}\s*(?:浏览|作者|字号|发布|$)"
    r"|(?:索\s*引\s*号|发文机构|发文字号|主题分类|公开方式|有效性)\s*[:：]"
    r"|(?:字号|字體|字体|浏览次数|浏览量|点击数|阅读次数|访问量)\s*[:：]"
    r"|(?:【|\[)?(?:打印|关闭窗口|关闭|分享到?|收藏|扫一扫)(?:[】\]\s本页]|$)"
    r"|(?:主办|承办|技术支持|网站标识码|版权所有|联系电话|网站地图|备案号)(?:单位)?\s*[:：©]"
    r"|.{0,6}ICP备\d|.{0,4}公网安备"
    r"|(?:相关(?:链接|文章|新闻|阅读|附件|稿件)|友情链接|附件下载|责任编辑)\s*[:：]?"
    r")"
)
_RULE = re.compile(r"\s*[—–─_＿\-―═=]{4,}\s*$")
_MARK = r"[①-⑳]|\[\d{1,3}\]|［\d{1,3}］|〔\d{1,3}〕|【\d{1,3}】"
_NOTE_LINE = re.compile(rf"\s*(?:{_MARK}|注\s*[\d①-⑳]{{1,2}}\s*[:：])")
_CALLED = re.compile(_MARK)


def is_navigation(line: str) -> bool:
    """Whether a line is of the web page around a text and not of the text."""
    return bool(_NAVIGATION.match(line))


def _called(text: str) -> set[str]:
    """The footnote signs that stand behind words somewhere in the text."""
    signs: set[str] = set()
    for line in text.split("\n"):
        begins = len(line) - len(line.lstrip())
        signs |= {m.group() for m in _CALLED.finditer(line) if m.start() > begins}
    return signs


def _kinds(lines: list[str], called: set[str]) -> list[Kind]:
    """What each line is.

    A line is a footnote that begins with a sign which stands behind words elsewhere, or with any
    sign below a printed rule; one begun ends at the next empty line or other beginning.
    """
    kinds: list[Kind] = []
    below_rule = in_note = False
    for line in lines:
        if _RULE.match(line):
            below_rule, in_note = True, False
            kinds.append("header")
            continue
        if not line.strip():
            below_rule = in_note = False
        elif mark := _NOTE_LINE.match(line):
            in_note = below_rule or mark.group().strip() in called
        kinds.append("footnote" if in_note else "header" if is_navigation(line) else "paragraph")
    return kinds


def text_document(text: str, name: str, *, limits: Limits = LIMITS) -> Document:
    """The document of a decoded text; a block a line that has words."""
    text = plain(text)
    if len(text.encode()) > limits.text_bytes:
        raise refusal(name, "too_long", most=limits.text_mb)
    lines = text.split("\n")
    if sum(map(bool, map(str.strip, lines))) > limits.blocks:
        raise refusal(name, "too_many_blocks", most=limits.blocks)
    blocks: list[Block] = []
    start = 0
    for kind, line in zip(_kinds(lines, _called(text)), lines, strict=True):
        if line.strip():
            blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    return Document(text, blocks, "text")


def read_text_file(data: bytes, name: str, *, limits: Limits = LIMITS) -> Document:
    """The document of a text file in any encoding of Chinese."""
    decoded = decode(data, name)
    document = text_document(decoded.text, name, limits=limits)
    return Document(
        document.text, document.blocks, "text", damage(decoded.damaged, decoded.encoding)
    )


def damage(count: int, encoding: str) -> list[Note]:
    """The note about bytes that are no text; none when all are."""
    return [note("replaced", count=count, encoding=encoding)] if count else []
