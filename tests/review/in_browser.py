"""What tests do on the page Read a plan, and the states that they wait for."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

from tests.plans.documents.support import FORMS

if TYPE_CHECKING:
    from playwright.sync_api import Page


def drop(page: Page, *names: str | Path) -> None:
    """Drop files at once, as a hand would: forms by name, others by path."""
    files = []
    for name in names:
        path = name if isinstance(name, Path) else FORMS / name
        files.append({"name": path.name, "bytes": b64encode(path.read_bytes()).decode()})
    page.evaluate(
        """files => { const data = new DataTransfer();
          const bytes = f => Uint8Array.from(atob(f.bytes), c => c.charCodeAt(0));
          files.forEach(f => data.items.add(new File([bytes(f)], f.name)));
          document.body.dispatchEvent(new DragEvent("drop",
            {dataTransfer: data, bubbles: true, cancelable: true, composed: true})); }""",
        files,
    )


def sent(page: Page) -> None:
    """The server has everything that was dropped or pasted."""
    page.locator('.reader-drop[aria-busy="false"]').wait_for(timeout=60_000)


def paste(page: Page, text: str) -> None:
    """Paste a text and let it be read."""
    page.get_by_role("button", name=re.compile("粘贴文本|Paste text")).click()
    page.locator(".reader-paste textarea").fill(text)
    page.get_by_role("button", name=re.compile("读这段文本|Read this text")).click()


def done(page: Page, found: int) -> None:
    """Wait until the document that is looked at is read, with so many found."""
    page.locator(f'.reader[data-state="read"][data-found="{found}"]').wait_for(timeout=60_000)


def wait_until_idle(page: Page) -> None:
    """The server has answered what was corrected."""
    page.locator('.reader[aria-busy="false"]').wait_for(timeout=60_000)
