"""Shapes as a GeoPackage keeps them: a head of its own, then WKB, looked at before it is read."""

from __future__ import annotations

import struct

#: How long the box in the head is, by its kind.
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
#: Shapes within shapes, deeper than any editor makes them; GEOS reads each on top of the other.
_DEEPEST = 32
_POINT, _LINE, _POLYGON, _ARCS = 1, 2, 3, 8
#: How WKB tells that a reference system, heights and measures come with a shape.
_SRID, _Z, _M = 0x20000000, 0x80000000, 0x40000000


def wkb_of(blob: object) -> bytes | None:
    """The WKB of a shape as a GeoPackage keeps it; None for what is none.

    Raises
    ------
    ValueError, IndexError, struct.error
        For a shape that nests without end or is cut off.
    """
    if not isinstance(blob, bytes) or blob[:2] != b"GP":
        return None
    wkb = blob[8 + _ENVELOPE_BYTES[(blob[3] >> 1) & 7] :]
    check_depth(wkb)
    return wkb


def check_depth(wkb: bytes) -> None:
    """ValueError, IndexError or struct.error for a shape that nests without end or is cut off."""
    at, left = 0, [1]  # how many shapes are still to come, level by level
    while left:
        if not left[-1]:
            left.pop()
            continue
        left[-1] -= 1
        order = "<" if wkb[at] else ">"
        (code,) = struct.unpack_from(f"{order}I", wkb, at + 1)
        at += 9 if code & _SRID else 5
        more, kind = divmod(code & ~(_SRID | _Z | _M), 1000)
        each = 8 * (2 + bool(code & _Z) + bool(code & _M) + (0, 1, 1, 2)[more])
        if kind == _POINT:
            at += each
            continue
        (count,) = struct.unpack_from(f"{order}I", wkb, at)
        at += 4
        if kind in (_LINE, _ARCS):
            at += each * count
        elif kind == _POLYGON:
            for _ in range(count):
                at += 4 + each * int(struct.unpack_from(f"{order}I", wkb, at)[0])
        elif len(left) > _DEEPEST:
            raise ValueError("shapes nest without end")
        else:
            left.append(count)
