"""Which language a shell asks for."""

from __future__ import annotations

import pytest

from registry.errors import shell_language


@pytest.mark.parametrize(
    ("every", "messages", "lang", "expected"),
    [
        (None, None, None, "en"),
        (None, None, "zh_CN.UTF-8", "zh"),
        (None, None, "ZH_TW", "zh"),
        (None, None, "de_DE.UTF-8", "en"),
        (None, "en_US", "zh_CN", "en"),
        (None, "zh_CN", "en_US", "zh"),
        ("zh_CN", "en_US", "en_US", "zh"),
        ("C", "zh_CN", "zh_CN", "en"),
        ("", "", "zh_CN", "zh"),
        (None, None, "en_zh", "en"),
    ],
)
def test_the_first_variable_that_says_one_counts(
    monkeypatch: pytest.MonkeyPatch,
    every: str | None,
    messages: str | None,
    lang: str | None,
    expected: str,
) -> None:
    for name, value in (("LC_ALL", every), ("LC_MESSAGES", messages), ("LANG", lang)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert shell_language() == expected
