"""What a written page may run and show, by its own policy."""

from __future__ import annotations

import pytest

from registry.files.htmlfile import content_policy

#: The SHA-256 of these texts, in base64.
DIGESTS = {
    "a": "ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=",
    "b": "PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0=",
    "s": "BDpxh3TFcr2KJa2+sb/NXAJWrhHOz5+cP5JdDlK+r4k=",
}


@pytest.mark.parametrize(
    ("scripts", "images", "runs", "shows"),
    [
        ((), False, "'none'", ""),
        ((), True, "'none'", "img-src data:; "),
        (("a",), False, f"'sha256-{DIGESTS['a']}'", ""),
        (("b", "a"), True, f"'sha256-{DIGESTS['b']}' 'sha256-{DIGESTS['a']}'", "img-src data:; "),
    ],
)
def test_nothing_else_is_allowed(
    scripts: tuple[str, ...], images: bool, runs: str, shows: str
) -> None:
    assert content_policy(scripts, "s", images=images) == (
        f"default-src 'none'; script-src {runs}; style-src 'sha256-{DIGESTS['s']}'; "
        f"{shows}base-uri 'none'; form-action 'none'"
    )
