"""How the project is kept: pinned packages, the checks before a commit, the workflow, the dates."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from registry.paths import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
REQUIREMENTS = sorted(ROOT.glob("requirements*.txt"))


def pins(path: Path) -> dict[str, Requirement]:
    """What ``path`` asks for, by normal name; other requirement files it reads are left out."""
    lines = path.read_text("utf-8").splitlines()
    found = [Requirement(line) for line in lines if line and line[0] not in "#- "]
    return {canonicalize_name(one.name): one for one in found}


def version(one: Requirement) -> str:
    (only,) = one.specifier
    assert only.operator == "==", one
    assert "*" not in only.version, one
    return only.version


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_package_has_one_version_that_the_constraints_repeat(path: Path) -> None:
    whole = pins(ROOT / "constraints.txt")
    asked = pins(path)
    assert asked
    for name, one in asked.items():
        assert name in whole, f"{name}: run make constraints"
        assert version(whole[name]) == version(one), f"{name}: run make constraints"


def test_every_install_is_bound_by_the_constraints() -> None:
    assert {path.name for path in REQUIREMENTS} >= {"requirements.txt", "requirements-dev.txt"}
    for path in REQUIREMENTS:
        first = "-c constraints.txt" if path.name == "requirements.txt" else r"-r requirements"
        assert re.search(rf"^{first}", path.read_text("utf-8"), re.MULTILINE), path.name
    for one in pins(ROOT / "constraints.txt").values():
        version(one)


def test_the_constraints_say_versions_only() -> None:
    text = (ROOT / "constraints.txt").read_text("utf-8")
    assert not re.search(r"https?:|file:|--hash|--\w+|/|\\|@", text)


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_why_each_package_is_here_is_said(path: Path) -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower().replace("_", "-")
    told = set(re.findall(r"[\w-]+", page))
    assert not [one.name for one in pins(path).values() if one.name.lower() not in told]


def test_the_hooks_have_the_versions_of_the_project() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    asked = pins(ROOT / "requirements-dev.txt")
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert {"ruff-format", "ruff-check"} <= {hook["id"] for hook in hooks}
    for hook in hooks:
        for one in map(Requirement, hook.get("additional_dependencies", ())):
            ours = asked.get(canonicalize_name(one.name))
            assert version(one) == (version(ours) if ours else version(one)), hook["id"]


def test_the_hooks_are_what_pre_commit_reads() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-config", ".pre-commit-config.yaml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_workflows_are_what_github_would_run() -> None:
    assert WORKFLOWS
    command = [sys.executable, "-m", "check_jsonschema"]
    command += ["--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def job(name: str) -> dict[str, Any]:
    jobs = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text("utf-8"))["jobs"]
    found: dict[str, Any] = jobs[name]
    return found


def test_the_workflow_tests_what_the_readme_promises() -> None:
    matrix = job("test")["strategy"]["matrix"]
    linux = {(p, c) for p in matrix["python"] for c in matrix["clients"]}
    assert linux == {(p, c) for p in ("3.11", "3.12", "3.13") for c in (True, False)}
    assert matrix["os"] == ["ubuntu-latest"]
    others = {(one["os"], one["clients"]) for one in matrix["include"]}
    assert others == {("windows-latest", False), ("macos-latest", False)}
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert f'requires-python = ">={min(matrix["python"], key=Version)}"' in project


def test_what_is_published_passed_everything() -> None:
    assert set(job("publish")["needs"]) == {"test", "lint", "export"}
    assert "refs/heads/main" in job("publish")["if"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_major_version(path: Path) -> None:
    used = re.findall(r"uses:\s*(\S+)", path.read_text("utf-8"))
    assert used
    assert not [one for one in used if not re.fullmatch(r"[\w-]+/[\w-]+@v\d+", one)]


def test_every_version_in_the_changelog_has_its_day() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    first, *released = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert first == "Unreleased"
    read = [re.fullmatch(r"(\d+(?:\.\d+)+) \((\d{4}-\d{2}-\d{2})\)", one) for one in released]
    assert read
    assert all(read), released
    told = [(Version(one[1]), date.fromisoformat(one[2])) for one in read if one]
    assert all(new[0] > old[0] and new[1] >= old[1] for new, old in pairwise(told))


def test_no_link_to_another_place_is_kept() -> None:
    """A link would carry the path of one machine, and Windows makes a text file of it."""
    command = ["git", "ls-files", "--stage"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    kept = done.stdout.splitlines()
    assert kept
    assert [line for line in kept if not line.startswith("100")] == []
