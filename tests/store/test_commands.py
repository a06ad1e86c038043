"""``python -m store``: pushed, edited, pulled, and what stands in the way."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import psycopg
import pytest

from registry.files.text import read_text
from registry.load import load_registry
from store import __main__ as command
from tests.store import cluster
from tests.store.conftest import Read, Session
from tests.support import copy_data, edit

pytestmark = pytest.mark.postgis
RECORD = "projects/rail/yukun-hsr.yaml"
NOTE = "UPDATE atlas.rail SET note = %s WHERE id = 'yukun-hsr'"

#: Runs a command and gives its code, what it printed and its sentence.
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(store: str, capsys: pytest.CaptureFixture[str]) -> Run:
    def told(*arguments: str, url: str = store) -> tuple[int, str, str]:
        code = command.main([*arguments, "--url", url])
        said = capsys.readouterr()
        return code, said.out, said.err

    return told


@pytest.fixture
def unchecked(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped data, which were read and checked once."""
    monkeypatch.setattr(command, "_read", lambda *_: read)


@pytest.mark.usefixtures("unchecked")
def test_what_is_pushed_once_is_not_pushed_again(run: Run, session: Session) -> None:
    for name in ("diff", "push", "diff"):
        assert run(name)[:2] == (0, "nothing changed\n")
    assert run("init")[1].endswith("has the store already, nothing changed\n")
    row = session().execute("SELECT count(*) FROM atlas.history").fetchone()
    assert row == (0,)


@pytest.mark.usefixtures("unchecked")
def test_edits_that_were_not_pulled_are_never_undone(run: Run, session: Session) -> None:
    session("emma").execute(NOTE, ("hers",))
    session("emil").execute(
        "INSERT INTO atlas.places (name, name_en, kind, adcode, accuracy_m, source, geom) VALUES "
        "('试点', 'X', 'site', '500101', 100, 'me', ST_SetSRID(ST_MakePoint(108.4, 30.8), 4326))"
    )
    for arguments in (["push"], ["push", "--dry-run"]):
        code, _, err = run(*arguments)
        assert code == 2
        assert re.search(
            r"has 2 edits that were not pulled and would be undone; .*store pull\. edited .*rail: "
            r"yukun-hsr\.note: '' to 'hers' \(emma, \d{4}-\d\d-\d\d \d\d:\d\d\)",
            err,
        )
    code, out, _ = run("diff")
    assert code == 0
    assert "rail: yukun-hsr.note: '' to 'hers' (emma" in out
    assert re.search(r"new in the store and not pulled: places: \d+ \(emil", out)
    assert "1 changed" not in out
    row = session().execute("SELECT note FROM atlas.rail WHERE id = 'yukun-hsr'").fetchone()
    assert row == ("hers",)


def test_an_edit_goes_to_the_registry_and_comes_back(
    run: Run, session: Session, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from building.build import write

    paths = copy_data(tmp_path_factory.mktemp("office"))
    emma = session("emma")
    emma.execute(NOTE, (" hers; two ",))
    emma.execute("UPDATE atlas.rail SET aliases = '昆渝高铁; 渝昆线' WHERE id = 'yukun-hsr'")
    session("emil").execute(NOTE, ("his",))
    data = ["--data", str(paths.data)]
    code, out, _ = run("pull", *data, "--yes")
    assert code == 0, out
    assert "rail: yukun-hsr.note was changed by emma, emil one after another" in out
    assert "now run python -m geo build, then python -m store push" in out
    record = load_registry(paths).projects["yukun-hsr"]
    assert record.note == "his"
    assert record.aliases == ["昆渝高铁", "渝昆线"]
    write(paths)
    code, out, _ = run("push", *data)
    assert code == 0
    assert "rail: 0 new, 1 changed, 0 gone" in out
    assert run("pull", *data)[:2] == (0, "nothing changed\n")
    assert run("push", *data)[:2] == (0, "nothing changed\n")
    how = session().execute("SELECT how FROM atlas.history ORDER BY id").fetchall()
    assert how[:3] == [("edit",)] * 3
    # What was pushed is noted too, and is no edit.
    assert set(how[3:]) == {("push",)}


def test_what_the_registry_changed_too_is_refused(
    run: Run, session: Session, tmp_path_factory: pytest.TempPathFactory
) -> None:
    paths = copy_data(tmp_path_factory.mktemp("both"))
    before = read_text(paths.data / RECORD, RECORD)
    edit(paths.data / RECORD, "name_en: ", "note: ours\nname_en: ")
    session("emma").execute(NOTE, ("hers",))
    code, _, err = run("pull", "--data", str(paths.data), "--yes")
    assert code == 2
    assert "yukun-hsr.yaml: note: has become 'ours' in the registry since" in err
    assert read_text(paths.data / RECORD, RECORD) == before.replace(
        "name_en: ", "note: ours\nname_en: ", 1
    )


@pytest.mark.usefixtures("unchecked")
def test_a_column_that_went_is_named(run: Run, session: Session) -> None:
    session().execute("ALTER TABLE atlas.rail RENAME note TO remark")
    code, _, err = run("pull")
    assert code == 2
    assert "rail: lacks the columns note" in err


@pytest.mark.usefixtures("unchecked")
def test_two_pushes_at_once(run: Run, session: Session) -> None:
    other = session(autocommit=False)
    other.execute("SELECT pg_advisory_xact_lock(%s)", (0x61746C73,))
    code, _, err = run("push")
    assert (code, err.partition(": ")[2].partition(": ")[2]) == (
        2,
        "someone else is pushing, try later.\n",
    )


@pytest.mark.usefixtures("unchecked")
def test_a_row_that_someone_holds(run: Run, session: Session) -> None:
    emma = session("emma", autocommit=False)
    emma.execute(NOTE, ("hers",))
    began = time.monotonic()
    code, _, err = run("push")
    assert code == 2
    assert "someone holds what is to be written, for 5 seconds now; nothing was written" in err
    assert time.monotonic() - began < 10


@pytest.mark.usefixtures("unchecked")
def test_a_connection_that_is_lost_in_the_middle(
    run: Run, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = session()
    base.execute("DELETE FROM atlas.about WHERE key LIKE 'definition:%'")
    killed: list[str] = []
    real = command.word

    def cut(key: str, lang: str, **values: object) -> str:
        if key == "writing" and values["table"] == "highway":
            base.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                "current_database() AND pid <> pg_backend_pid()"
            )
            killed.append(str(values["table"]))
        return real(key, lang, **values)

    monkeypatch.setattr(command, "word", cut)
    code, _, err = run("push")
    assert killed
    assert code == 2
    assert err.endswith("the connection was lost; nothing of this was written.\n")
    monkeypatch.undo()
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    row = base.execute("SELECT count(*) FROM atlas.about WHERE key LIKE 'definition:%'").fetchone()
    assert row == (0,)
    row = base.execute("SELECT count(*) FROM atlas.rail").fetchone()
    assert row
    assert row[0] > 40


@pytest.mark.usefixtures("unchecked")
@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("value = '0'", "has the store in version 0, this is 1; run python -m store init"),
        ("value = '2'", "has the store in version 2, newer than 1 here; update this program"),
    ],
)
@pytest.mark.parametrize("name", ["push", "pull", "diff"])
def test_a_store_of_another_version(
    run: Run, session: Session, change: str, says: str, name: str
) -> None:
    session().execute(f"UPDATE atlas.about SET {change} WHERE key = 'version'".encode())
    code, _, err = run(name)
    assert code == 2
    assert says in err


@pytest.mark.usefixtures("unchecked")
def test_who_may_not_write(run: Run, store: str) -> None:
    code, _, err = run("push", url=store.replace(cluster.OWNER, "emma"))
    assert code == 2
    assert "no right to do this" in err


def test_a_database_without_a_store(run: Run, port: int) -> None:
    code, _, err = run("diff", url=f"postgresql://{cluster.OWNER}@127.0.0.1:{port}/postgres")
    assert code == 2
    assert err.endswith("holds no store yet, run python -m store init.\n")


@pytest.mark.usefixtures("unchecked")
def test_a_server_where_postgis_may_not_be_enabled(run: Run, port: int, pushed: str) -> None:
    assert pushed
    code, _, err = run("init", url=f"postgresql://sam@127.0.0.1:{port}/postgres")
    assert code == 2
    assert "has no PostGIS" in err
    assert "postgresql-15-postgis-3" in err


@pytest.mark.usefixtures("unchecked")
def test_a_changed_definition_makes_tables_anew_and_keeps_the_history(
    run: Run, session: Session
) -> None:
    base = session()
    session("emma").execute("UPDATE atlas.rail SET name = name || '' WHERE id = 'yukun-hsr'")
    base.execute("UPDATE atlas.about SET value = 'older' WHERE key = 'definition:projects'")
    before = base.execute("SELECT version FROM atlas.rail WHERE id = 'yukun-hsr'").fetchone()
    code, out, _ = run("push")
    assert code == 0
    assert "projects: written anew, " in out
    assert run("push")[:2] == (0, "nothing changed\n")
    after = base.execute("SELECT version FROM atlas.rail WHERE id = 'yukun-hsr'").fetchone()
    assert before
    assert after
    assert after[0] > before[0]
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        base.execute("UPDATE atlas.mentions SET project_id = 'nobody'")
