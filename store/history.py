"""Who changed what in the store: the history, the version of each row, and the edits in sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, LiteralString

from store.names import EDITOR, READER, qualified
from store.schema import Layer

if TYPE_CHECKING:
    from psycopg import Connection
    from psycopg.sql import Composed

#: What ``init`` makes beside the tables of layers. ``base`` remembers what a push wrote,
#: ``history`` who changed it since; a change that names an older version of its row is refused by
#: SQLSTATE AT001, whose message is the Chinese sentence and whose detail is the English one.
TABLES: tuple[LiteralString, ...] = (
    "CREATE TABLE atlas.about (key text PRIMARY KEY, value text NOT NULL)",
    """CREATE TABLE atlas.base (
      layer text NOT NULL, key text NOT NULL, held jsonb NOT NULL, PRIMARY KEY (layer, key))""",
    """CREATE TABLE atlas.history (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      who text NOT NULL, how text NOT NULL CHECK (how IN ('edit', 'push')),
      action text NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
      layer text NOT NULL, key text NOT NULL, version integer NOT NULL,
      before jsonb NOT NULL, after jsonb NOT NULL)""",
    "CREATE INDEX ON atlas.history (layer, key, id)",
    "COMMENT ON TABLE atlas.about IS '库的版本与来历 its version and where it is from'",
    "COMMENT ON TABLE atlas.base IS '上次写入时的内容 what the last push wrote'",
    "COMMENT ON TABLE atlas.history IS '谁在何时改了什么 who changed what, and when'",
    """CREATE FUNCTION atlas.note_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, pg_temp AS $body$
    DECLARE
      was jsonb := CASE WHEN tg_op = 'INSERT' THEN '{}' ELSE to_jsonb(old) END;
      now_is jsonb := CASE WHEN tg_op = 'DELETE' THEN '{}' ELSE to_jsonb(new) END;
      named text := coalesce(was ->> tg_argv[0], now_is ->> tg_argv[0]);
      -- Only who owns the table may say that it is a push, or rows that are written anew.
      told text := CASE WHEN pg_has_role(session_user,
        (SELECT relowner FROM pg_class WHERE oid = tg_relid), 'USAGE')
        THEN coalesce(nullif(current_setting('atlas.how', true), ''), 'edit') ELSE 'edit' END;
      b jsonb; a jsonb; last record; theirs text;
    BEGIN
      IF told = 'fill' THEN RETURN CASE WHEN tg_op = 'DELETE' THEN old ELSE new END; END IF;
      IF tg_op = 'UPDATE' AND new.version IS DISTINCT FROM old.version THEN
        SELECT * INTO last FROM atlas.history h
          WHERE h.layer = tg_table_name AND h.key = named ORDER BY h.id DESC LIMIT 1;
        SELECT string_agg(
          format('%s: “%s” / “%s”', o.key, o.value #>> '{}', n.value #>> '{}'), '; ') INTO theirs
          FROM jsonb_each(was) o JOIN jsonb_each(now_is) n USING (key)
          WHERE o.value IS DISTINCT FROM n.value AND key NOT IN ('version', 'geom');
        RAISE EXCEPTION USING errcode = 'AT001',
          message = format(
            '%s: %s 已由 %s 于 %s 改为第 %s 版，这里改的是第 %s 版；库里与这里：%s',
            tg_table_name, named, last.who, to_char(last.at, 'YYYY-MM-DD HH24:MI'), old.version,
            new.version, theirs),
          detail = format('%s: %s was changed by %s on %s and is version %s, this is an edit of '
            'version %s; there and here: %s', tg_table_name, named, last.who,
            to_char(last.at, 'YYYY-MM-DD HH24:MI'), old.version, new.version, theirs);
      END IF;
      SELECT coalesce(jsonb_object_agg(key, o.value) FILTER (WHERE o.key IS NOT NULL), '{}'),
             coalesce(jsonb_object_agg(key, n.value) FILTER (WHERE n.key IS NOT NULL), '{}')
        INTO b, a FROM jsonb_each(was) o FULL JOIN jsonb_each(now_is) n USING (key)
        WHERE o.value IS DISTINCT FROM n.value AND key <> 'version';
      IF b = '{}' AND a = '{}' THEN RETURN new; END IF;
      IF tg_op = 'UPDATE' THEN new.version := old.version + 1; END IF;
      INSERT INTO atlas.history (who, how, action, layer, key, version, before, after)
        VALUES (session_user, told, lower(tg_op), tg_table_name, named,
          CASE WHEN tg_op = 'DELETE' THEN old.version ELSE new.version END, b, a);
      RETURN CASE WHEN tg_op = 'DELETE' THEN old ELSE new END;
    END $body$""",
    # A place is known by its point, to five decimals as data/sites.csv has it.
    """CREATE FUNCTION atlas.place_point() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
      IF current_setting('atlas.how', true) IN ('push', 'fill') THEN RETURN new; END IF;
      IF tg_op = 'INSERT' OR new.geom IS DISTINCT FROM old.geom THEN
        new.geom := ST_SetSRID(ST_MakePoint(
          round(ST_X(new.geom)::numeric, 5), round(ST_Y(new.geom)::numeric, 5)), 4326);
        new.lon := ST_X(new.geom);
        new.lat := ST_Y(new.geom);
      END IF;
      RETURN new;
    END $body$""",
)
_OPEN: LiteralString = "GRANT SELECT ON atlas.about, atlas.base, atlas.history TO "


def grants() -> Iterator[Composed]:
    """What readers and editors may do with the schema and its own tables."""
    from psycopg import sql

    both = sql.SQL(", ").join(map(sql.Identifier, (READER, EDITOR)))
    yield sql.SQL("GRANT USAGE ON SCHEMA atlas TO ") + both
    yield sql.SQL(_OPEN) + both


def watch(layer: Layer) -> Iterator[Composed]:
    """The statements that put a table under the history."""
    from psycopg import sql

    if layer.may_add:
        yield sql.SQL(
            "CREATE TRIGGER at_point BEFORE INSERT OR UPDATE ON {} FOR EACH ROW "
            "EXECUTE FUNCTION atlas.place_point()"
        ).format(qualified(layer.name))
    yield sql.SQL(
        "CREATE TRIGGER note_change BEFORE INSERT OR UPDATE OR DELETE ON {} FOR EACH ROW "
        "EXECUTE FUNCTION atlas.note_change({})"
    ).format(qualified(layer.name), sql.Literal(layer.key))


@dataclass(frozen=True)
class Change:
    """One change of a row: who, when, and the cells before and after."""

    layer: str
    key: str
    who: str
    at: datetime
    before: dict[str, Any]
    after: dict[str, Any]

    @property
    def when(self) -> str:
        """The minute, in the zone of the server."""
        return f"{self.at:%Y-%m-%d %H:%M}"


def edits(base: Connection[Any]) -> list[Change]:
    """What was edited, not pushed, since the last push, oldest first."""
    rows = base.execute(
        "SELECT layer, key, who, at, before, after FROM atlas.history WHERE how = 'edit' "
        "AND id > coalesce((SELECT value::bigint FROM atlas.about WHERE key = 'pushed_up_to'), 0) "
        "ORDER BY id"
    )
    return [Change(*row) for row in rows]


def last_of(changes: list[Change], layer: str, key: str, column: str | None) -> Change | None:
    """The newest change of a cell, or of a row."""
    for change in reversed(changes):
        cells = {**change.before, **change.after}
        if (change.layer, change.key) == (layer, key) and (column is None or column in cells):
            return change
    return None


def hands(changes: list[Change], layer: str, key: str, column: str) -> list[str]:
    """Who changed a cell, each once, in order."""
    return list(
        dict.fromkeys(
            change.who
            for change in changes
            if (change.layer, change.key) == (layer, key) and column in change.after
        )
    )
