"""PDF files of a few kilobytes that PDFium would not end with, or fill all memory for."""

from __future__ import annotations

import zlib


def pdf(*objects: str | bytes) -> bytes:
    """A PDF of these objects, the first its catalogue; without a table of where they are."""
    whole = [one.encode("latin-1") if isinstance(one, str) else one for one in objects]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, one) for n, one in enumerate(whole, 1))
    return b"%PDF-1.7\n" + body + b"trailer\n<</Root 1 0 R>>\n%%EOF\n"


def stream(words: str, inside: bytes) -> bytes:
    """A stream whose dictionary has these words too."""
    head = f"<<{words}/Length {len(inside)}>>stream\n".encode()
    return head + inside + b"\nendstream"


def page(contents: bytes, resources: str = "", *more: str | bytes) -> bytes:
    """A PDF of one page; what it uses, as the objects from 5 on."""
    return pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<{resources}>>/Contents 4 0 R>>",
        contents,
        *more,
    )


def part(inside: str, name: str = "/Form", uses: int = 5) -> bytes:
    """A part of a page that draws the part ``uses``."""
    resources = f"/BBox[0 0 9 9]/Resources<</XObject<</X {uses} 0 R>>>>"
    return stream(f"/Subtype{name}{resources}", inside.encode())


def drawn_within(times: int, name: str = "/Form") -> bytes:
    """A PDF whose only part draws itself ``times`` times."""
    return page(stream("", b"/X Do"), "/XObject<</X 5 0 R>>", part("/X Do " * times, name))


def letters_of_parts() -> bytes:
    """A PDF whose font draws its letters by a part that draws itself twice."""
    return page(
        stream("", b"BT /F 9 Tf (aaaa) Tj ET"),
        "/Font<</F 5 0 R>>",
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97"
        "/LastChar 97/Widths[1]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>"
        "/Resources<</XObject<</X 7 0 R>>>>>>",
        stream("", b"1 0 d0 /X Do"),
        part("/X Do /X Do", uses=7),
    )


def doubling(steps: int) -> bytes:
    """A PDF whose parts each draw the next twice."""
    parts = [part("/X Do /X Do", uses=n + 1) for n in range(5, 5 + steps)]
    return page(stream("", b"/X Do"), "/XObject<</X 5 0 R>>", *parts, part("", uses=5))


def squeezed(megabytes: int) -> bytes:
    """A PDF whose page is so many megabytes of blanks, squeezed twice to a few kilobytes."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    return page(stream("/Filter[/FlateDecode/FlateDecode]", zlib.compress(once, 9)))


def counted() -> bytes:
    """A PDF whose table of contents counts a thousand million entries of no length."""
    return (
        b"%PDF-1.5\n1 0 obj\n<</Type/XRef/W[0 0 0]/Index[0 1000000000]/Size 1000000000/Root 2 0 R"
        b"/Length 0>>stream\n\nendstream\nendobj\n2 0 obj<</Type/Catalog/Pages 3 0 R>>endobj\n"
        b"3 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nstartxref\n9\n%%EOF"
    )


def same_page(times: int) -> bytes:
    """A PDF of one full page that stands so many times."""
    words = b"BT /F 9 Tf 1 1 Td (" + b"a" * 20_000 + b") Tj ET"
    return pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{'3 0 R ' * times}]/Count {times}>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>"
        "/Contents 4 0 R>>",
        stream("/Filter/FlateDecode", zlib.compress(words, 9)),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
