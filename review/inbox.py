"""What the page sends, taken once: it keeps what it sent, and sends again, until it is told so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

#: The page writes before a file's name which sending it belongs to, its number there, of how many.
_LABEL = re.compile(r"([0-9a-z]{1,32})\.([0-9]{1,5})\.([0-9]{1,5})~(.*)", re.DOTALL | re.ASCII)


@dataclass
class Inbox:
    """What one reader's page has sent; ``taken`` has the ids of the sendings, in order."""

    taken: list[str] = field(default_factory=list)

    def _new(self, key: str) -> bool:
        if key in self.taken:
            return False
        self.taken.append(key)
        return True

    def batches(self, files: Sequence[tuple[str, str]]) -> Iterator[list[tuple[int, str]]]:
        """What was sent together and is whole and new.

        Parameters
        ----------
        files : sequence of (str, str)
            All uploaded files: the upload's id, and the file's name as the page wrote it.

        Yields
        ------
        list of (int, str)
            Places in ``files``, and the files' own names, in the page's order.
        """
        sendings: dict[str, dict[int, tuple[int, str]]] = {}
        wanted: dict[str, int] = {}
        for place, (upload, name) in enumerate(files):
            label = _LABEL.fullmatch(name)
            key = label[1] if label else upload
            number, count = (int(label[2]), int(label[3])) if label else (0, 1)
            wanted[key] = count
            # Of what came twice, the first.
            sendings.setdefault(key, {}).setdefault(number, (place, label[4] if label else name))
        for key, parts in sendings.items():
            if set(parts) >= set(range(wanted[key])) and self._new(key):
                yield [parts[number] for number in sorted(parts)]

    def text(self, told: str) -> str | None:
        """A pasted text, ``{"id": …, "text": …}``; None for one that is here or is none."""
        try:
            sent = json.loads(told)
            key, text = sent["id"], sent["text"]
        except (ValueError, TypeError, KeyError):
            return None
        fit = isinstance(key, str) and isinstance(text, str) and self._new(key)
        return text if fit else None
