"""The example notebook does what it shows."""

from __future__ import annotations

from typing import Any

from tests.support import notebook


def test_outputs_are_up_to_date() -> None:
    names: dict[str, Any] = {"__name__": "__main__"}
    cells = [cell for cell in notebook.read()["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    for cell in cells:
        printed, value = notebook.run(cell, names)
        kept = {output["output_type"]: output for output in cell["outputs"]}
        assert printed == kept.get("stream", {}).get("text", ""), cell["source"]
        shown = kept.get("execute_result", {}).get("data", {})
        if notebook.is_map(value):
            assert len(shown["image/png"]) > 50_000
        else:
            assert shown.get("text/plain") == (None if value is None else repr(value))
