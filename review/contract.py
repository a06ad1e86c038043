"""What Python gives the page Read a plan, and what the page tells Python: named fields.

The text and the rows of a document go once, in pieces that never change, until the page says that
it has them; :class:`Shown` goes after every correction and stays small.
``python -m scripts.derive_contract`` writes it as types for the page's JavaScript.
"""

from __future__ import annotations

from typing_extensions import TypedDict

#: Chinese and English.
Pair = list[str]


class Row(TypedDict):
    """A mention as the reader found it; years are 0 where there are none."""

    key: str
    clause: str
    as_written: str
    name: str
    mode: str
    action: str
    status: str
    start_year: int
    complete_year: int
    project: str
    """Id of the known project, or empty."""
    score: float
    reason: Pair
    confidence: str
    doubt: Pair
    kind: str
    """plan or achievement."""
    start: int
    end: int
    """Code points of the text, half-open."""


class Place(TypedDict):
    """Where a project is that no plan named before."""

    key: str
    kind: str
    """L lines, P points, A rings of an area, or empty."""
    parts: list[list[list[float]]]
    """Each place is longitude and latitude, in degrees of WGS84."""
    precision: str
    told: Pair


class Now(TypedDict):
    """What a correction makes of a row's words and project."""

    name: str
    as_written: str
    project: str
    reason: Pair


class Stepped(TypedDict):
    """What the document says of a known project, against earlier plans."""

    name: Pair
    change: str
    """A class of change against earlier plans; empty where nothing of it counts."""
    moved: int
    """1 where a promised year is another one than before, else 0."""
    was: str
    """Code of the status that earlier plans gave, or empty."""
    was_plan: Pair
    was_start: int
    was_complete: int
    told: list[Pair]


class Dropped(TypedDict):
    """A project that the plan no longer names."""

    project: str
    name: Pair
    was: str
    was_plan: Pair


class Against(TypedDict):
    """An earlier plan to compare with; ``plan`` is empty for all of them together."""

    plan: str
    name: Pair
    shared: int


class Compared(TypedDict):
    """A document against earlier plans.

    ``projects`` are the known ones that its rows name, by id; a row of none of these is new.
    ``rows`` are those of which a correction made something else, by key.
    """

    source: str
    against: str
    choices: list[Against]
    rows: dict[str, Now]
    projects: dict[str, Stepped]
    dropped: list[Dropped]


class File(TypedDict):
    """A document of the queue."""

    key: str
    name: str
    plan: str
    state: str
    done: float
    fault: Pair
    notes: list[Pair]
    characters: int
    text: str
    """Name of the piece with its text, empty before it is open."""
    rows: list[str]
    """Names of the pieces with its rows."""
    places: str
    """Name of the piece with its places, empty before they are known."""
    saved: str
    """Name of the piece with corrections that came with it, by the rest of the row's key."""


class Limits(TypedDict):
    """How much a document may be; numbers of megabytes, pages, seconds, and a ratio."""

    file_mb: int
    pages: int
    text_mb: int
    seconds: int
    expansion: int


class Unfit(TypedDict):
    """A field of a correction that is not used, the whole correction where it is empty."""

    key: str
    field: str
    told: Pair


class Shown(TypedDict):
    """All that the page shows beside the pieces."""

    view: str
    session: str
    """What the server remembers of this page has this key; another one after it was restarted."""
    payload: str
    failed: str
    lang: str
    limits: Limits
    review_format: str
    """What a review file calls itself."""
    too_big: Pair
    """The sentence for a file beyond the limit, with {size} and {most}."""
    files: list[File]
    compared: Compared | None
    unfit: list[Unfit]
    downloads: str
    """What the addresses of downloads hold; empty while there is nothing to download."""
    closed: str
    """Why nothing can be accepted here: closed, read_only, or empty where it can."""
    heard: int
    """The number of the page's last message that this answers."""
    taken: list[str]
    """What the page sent and the server has: the page keeps the rest and sends it again."""
