"""What a wrong value in a built file costs: its project, and a sentence that says what helps."""

from __future__ import annotations

from collections.abc import Sequence

from layers.records.model import Missing
from registry.errors import AtlasError

#: How many projects that are missing a command tells one by one.
MOST_TOLD = 10


class Lost:
    """Hears what is wrong in built files: the projects that it costs, each with the first reason.

    One is handed to every reader of a built file as ``wrong``, so that what one file says wrongly
    of a project costs that project in all of them.
    """

    def __init__(self) -> None:
        self.projects: dict[str, AtlasError] = {}
        #: What is wrong and names no project.
        self.others: list[AtlasError] = []

    def __call__(self, ident: str, error: AtlasError) -> None:
        """Hear of ``error`` in what is said of the project ``ident``, empty where it has none."""
        if ident:
            self.projects.setdefault(ident, rebuild(error))
        elif (told := rebuild(error)).en not in [other.en for other in self.others]:
            self.others.append(told)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The projects that are lost, and why."""
        return tuple(Missing(*item) for item in self.projects.items())

    @property
    def all_missing(self) -> tuple[Missing, ...]:
        """The same, and what was left out that names no project."""
        return (*self.missing, *(Missing("", error) for error in self.others))


#: What makes the built files anew.
_COMMAND = "python -m geo build"


def rebuild(error: AtlasError) -> AtlasError:
    """``error`` in a built file, with what helps."""
    return _with(error, f"请运行 {_COMMAND}", f"run {_COMMAND}")


def restore(error: AtlasError) -> AtlasError:
    """``error`` in a file that is kept by hand or derived, with what helps, if it has none yet."""
    return _with(
        error,
        f"请改正或取回这个文件，再运行 {_COMMAND}",
        f"correct the file or put it back, then run {_COMMAND}",
    )


def _with(error: AtlasError, zh: str, en: str) -> AtlasError:
    if _COMMAND in error.en:
        return error
    return AtlasError(error.where, zh=f"{error.zh}；{zh}", en=f"{error.en}; {en}")


def told(missing: Sequence[Missing], lang: str) -> list[str]:
    """Why each is missing, a line each; of more than :data:`MOST_TOLD` how many more there are."""
    lines = [f"  {one.why.text(lang)}" for one in missing[:MOST_TOLD]]
    if more := len(missing) - len(lines):
        lines.append(f"  另有 {more} 个" if lang == "zh" else f"  {more} more")
    return lines
