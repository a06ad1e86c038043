"""Runs docs/notebook.ipynb without Jupyter; ``python -m tests.support.notebook`` saves outputs.

Every cell is executed in order in one namespace. What it prints and the text of its last
expression are kept; a map is kept as a picture, taken of its saved page with the network off.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from registry.paths import ROOT

NOTEBOOK = ROOT / "docs" / "notebook.ipynb"


def read() -> dict[str, Any]:
    """The notebook as JSON."""
    found: dict[str, Any] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    return found


def run(cell: dict[str, Any], names: dict[str, Any]) -> tuple[str, Any]:
    """Execute a code cell; what it printed and its last expression's value (None for none)."""
    body = ast.parse("".join(cell["source"])).body
    value = None
    with contextlib.redirect_stdout(io.StringIO()) as out:
        if body and isinstance(last := body[-1], ast.Expr):
            exec(compile(ast.Module(body[:-1], []), "cell", "exec"), names)
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
        else:
            exec(compile(ast.Module(body, []), "cell", "exec"), names)
    return out.getvalue(), value


def is_map(value: Any) -> bool:
    """Whether the value is shown as a map."""
    return type(value).__module__ == "layers.publish.notebook"


def _picture(found: Any) -> str:
    from playwright.sync_api import sync_playwright

    from tests.support import browser

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder) / "map.html"
        found.save(str(path))
        running = play.chromium.launch(executable_path=browser.chromium(), args=browser.FLAGS)
        context = running.new_context(viewport={"width": 1000, "height": 560}, offline=True)
        page = context.new_page()
        page.goto(path.as_uri())
        page.locator(".atlas[data-shown]").wait_for()
        page.wait_for_timeout(800)
        shot = page.screenshot()
        running.close()
    return base64.b64encode(shot).decode()


def main() -> int:
    """Write the outputs."""
    notebook, names = read(), {"__name__": "__main__"}
    count = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        count += 1
        cell["execution_count"] = count
        cell["outputs"] = []
        printed, value = run(cell, names)
        if printed:
            cell["outputs"].append({"name": "stdout", "output_type": "stream", "text": printed})
        if value is not None:
            shown = {"text/plain": "<folium map>" if is_map(value) else repr(value)}
            if is_map(value):
                shown["image/png"] = _picture(value)
            cell["outputs"].append(
                {
                    "data": shown,
                    "execution_count": count,
                    "metadata": {},
                    "output_type": "execute_result",
                }
            )
    text = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
    NOTEBOOK.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
