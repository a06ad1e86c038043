"""Why a document is not read and what to do then, in both languages."""

from __future__ import annotations

from registry.errors import AtlasError

REFUSALS = {
    "empty": ("里面没有可读的内容", "there is nothing to read in it"),
    "too_big": (
        "文件有 {size} MB，超过 {most} MB 的上限，请拆开再读",
        "the file has {size} MB, more than the {most} MB allowed; split it first",
    ),
    "too_many_pages": (
        "有 {count} 页，超过 {most} 页的上限，请拆开再读",
        "it has {count} pages, more than the {most} allowed; split it first",
    ),
    "too_long": (
        "文字超过 {most} MB 的上限，请拆开再读",
        "its text is longer than the {most} MB allowed; split it first",
    ),
    "too_slow": (
        "{most} 秒内没有读完，请拆开再读",
        "it could not be read within {most} seconds; split it first",
    ),
    "too_much_memory": (
        "打开需要的内存超过 {most} MB 的上限，请拆开或另存为文本再读",
        "opening it needs more than the {most} MB of memory allowed; split it or save it as text",
    ),
    "broken_off": (
        "打开时中断，文件已损坏，或所需内存超过 {most} MB 的上限，请重新保存或拆开再读",
        "opening it broke off: it is damaged, or needs more than the {most} MB of memory allowed; "
        "save it again or split it",
    ),
    "too_many_blocks": (
        "有超过 {most} 个段落或表格行，请拆开再读",
        "it has more than the {most} paragraphs and rows allowed; split it first",
    ),
    "bomb": (
        "解压后超过原大小的 {most} 倍，像是压缩炸弹，没有打开",
        "unpacked it would be more than {most} times as large, as zip bombs are; not opened",
    ),
    "parts_too_big": (
        "解压后的内容超过 {most} MB 的上限，请拆开或另存为文本再读",
        "unpacked its content exceeds the {most} MB allowed; split it or save it as text",
    ),
    "too_many_cells": (
        "表铺开 {count} 格，超过 {most} 格的上限，请删去远处的行、列或合并再读",
        "a sheet or table stretches over {count} cells, more than the {most} allowed; delete what "
        "stands or is merged far away",
    ),
    "crowded": (
        "有一个标签的属性、或页面的选项超过 {most} 个，请另存为文本再读",
        "a tag has more than {most} attributes, or the page more options; save it as text",
    ),
    "entity": (
        "里面声明了外部实体或文档类型，出于安全没有打开",
        "it declares entities or a document type, which is unsafe; not opened",
    ),
    "protected": (
        "文件有密码保护，请用密码打开后另存一份不加密的再读",
        "the file is protected by a password; open it and save a copy without one",
    ),
    "too_deep": (
        "里面的内容一层套一层，超过 {most} 层，出于安全没有打开，请另存为文本再读",
        "what is in it nests more than {most} deep, which is unsafe; save it as text and read that",
    ),
    "damaged": (
        "文件已损坏或不完整，请重新下载或重新保存",
        "the file is damaged or incomplete; download or save it again",
    ),
    "scanned": (
        "只有扫描图像，没有文字层，请先做文字识别（OCR）",
        "it holds scanned pictures without a text layer; run text recognition (OCR) first",
    ),
    "unmapped": (
        "文字层的字形没有对应的文字，请先做文字识别（OCR）或换一份",
        "its text layer has shapes but no characters; run text recognition (OCR) on it",
    ),
    "picture": (
        "这是图片，不能读，请先做文字识别（OCR）再存为文本",
        "pictures are not read; run text recognition (OCR) and save the text",
    ),
    "language": (
        "不是中文文本，目前只读中文规划",
        "the text is not Chinese; only Chinese plans are read",
    ),
    "old_office": (
        "这是旧版 Office 文件（doc、xls、ppt、wps），请另存为 docx 或 pdf 再读",
        "it is an old Office file (doc, xls, ppt, wps); save it as docx or pdf",
    ),
    "unknown": (
        "认不出的格式；可读 txt、html、docx、xlsx、rtf 和带文字的 pdf",
        "its form is not known; read are txt, html, docx, xlsx, rtf and pdf with text",
    ),
    "package": (
        "这个压缩包不是 docx 或 xlsx；可读 txt、html、docx、xlsx、rtf 和带文字的 pdf",
        "this archive is no docx or xlsx; read are txt, html, docx, xlsx, rtf and pdf with text",
    ),
    "ofd": ("不读 OFD，请另存为 pdf 再读", "OFD is not read; save it as pdf"),
}

NOTES = {
    "replaced": (
        "有 {count} 处字节不是 {encoding} 文字，已用 � 代替",
        "{count} bytes are no {encoding} text and became �",
    ),
    "cut": (
        "文件末尾不完整，可能缺页",
        "the end of the file is missing; pages may be lacking",
    ),
    "no_text_pages": (
        "第 {pages} 页只有图像，没有读",
        "pages without a text layer were not read: {pages}",
    ),
    "hidden_sheets": ("隐藏的工作表没有读：{names}", "hidden sheets were not read: {names}"),
}


def refusal(name: str, reason: str, **values: object) -> AtlasError:
    """The error that says why the document ``name`` is not read; ``reason`` keys the words."""
    zh, en = REFUSALS[reason]
    return AtlasError(name, zh=zh.format(**values), en=en.format(**values))
