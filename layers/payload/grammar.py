"""The model of addresses in the payload, a part of :mod:`layers.payload.contract`."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class AddressKey(TypedDict):
    """A key of an address, as :class:`layers.address.Key` says it.

    What would be empty is left out.
    """

    kind: str
    filters: NotRequired[bool]
    """Whether it is part of the filter."""
    values: NotRequired[list[str]]
    """Codes that it takes beside those of the data."""
    filed: NotRequired[list[str]]
    """Those that an exported file takes, if not all."""
    of: NotRequired[str]
    """The key whose codes and names it has, if not its own."""
    default: NotRequired[str | list[str]]
    """What a page without it shows."""
    filtered: NotRequired[str]
    """What one shows whose address filters and has no ``newer`` key, if that is another."""
    newer: NotRequired[bool]
    """Whether it came with ``filtered`` or later: no link from before has it."""
    renamed: NotRequired[dict[str, str]]
    """Codes of links from before."""
    only: NotRequired[str]
    """The page that knows it, explorer or file."""


class Grammar(TypedDict):
    """What an address can hold."""

    keys: dict[str, AddressKey]
    names: dict[str, dict[str, list[str]]]
    """Of each vocabulary, what its codes are called."""
    limits: dict[str, list[float]]
    """Least and most of latitude, longitude and zoom, of the ``km`` round a place and of the
    ``corners`` of a ring."""
    touches_km: float
    """A line touches a place where at least so much of it lies inside."""
    longest: int
    """Characters of a search that are heeded."""
    foreign: list[str]
    """Keys of the server, which say nothing to the page."""
