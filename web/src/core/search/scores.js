// How well a text answers to a project's names, ends, parts and places: a score for each group of
// ways. layers/search/names.py and others.py beside it do the same, by the same table;
// tests/data/search_small.json holds both to the same scores.

import { beginsRoad, createReader, isRoad } from "./query.js";
import { createSlips } from "./slips.js";
import { aloud, chunks, readings, spelt } from "./spelling.js";

/**
 * @import { Payload, Project } from "../types.js"
 * @import { Query } from "./query.js"
 *
 * What a project may be called; the fields are those of Entry in layers/search/index.py.
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} mode
 * @property {string[]} own
 * @property {string[]} names
 * @property {string[]} too
 * @property {string[]} written
 * @property {string[]} stems
 * @property {string[][][]} routes
 * @property {string[]} stops
 * @property {string[]} english
 */

/**
 * In how many places fewer than `ends` a text runs from first to last; -1 where it does not.
 * @param {string} text
 * @param {string[][]} ends
 * @param {string} units
 * @param {number} [at]
 * @param {number} [end]
 * @returns {number}
 */
export function runs(text, ends, units, at = 0, end = 0) {
  if (end === ends.length) return at === text.length ? 0 : -1;
  let best = -1;
  /** @param {number} n */
  const keep = (n) => {
    if (n >= 0 && (best < 0 || n < best)) best = n;
  };
  ends[end].forEach((name) => {
    if (!text.startsWith(name, at)) return;
    const after = at + name.length;
    keep(runs(text, ends, units, after, end + 1));
    if (name.length > 1 && after < text.length && units.indexOf(text[after]) >= 0)
      keep(runs(text, ends, units, after + 1, end + 1));
  });
  if (end > 0 && end < ends.length - 1) {
    const skipped = runs(text, ends, units, at, end + 1);
    if (skipped >= 0) keep(skipped + 1);
  }
  return best;
}

/**
 * How many places on it a text is made of, each a name or its beginning; 0 where of others.
 * @param {string} text
 * @param {string[]} places
 * @param {string} units
 * @param {number} least
 * @returns {number}
 */
export function through(text, places, units, least) {
  for (let size = text.length; size >= least; size--) {
    const piece = text.slice(0, size),
      bare = size > least && units.indexOf(piece[size - 1]) >= 0 ? piece.slice(0, -1) : piece;
    if (!places.some((place) => place.startsWith(piece) || place.startsWith(bare))) continue;
    if (size === text.length) return 1;
    const rest = through(text.slice(size), places, units, least);
    if (rest) return rest + 1;
  }
  return 0;
}

// Whether a road's number that stands in a name at a place ends there: no g7 in g76.
/** @param {string} part @param {string} name @param {number} at */
function wholeNumber(part, name, at) {
  return !(isRoad(part) && /\d/.test(name.charAt(at + part.length)));
}

/**
 * Scores of the projects of a payload, the lower the better, by the payload's table of ways.
 * @param {Payload} payload
 * @param {Project[]} projects
 */
export function createScores(payload, projects) {
  const table = payload.search,
    { numbers, ways, units } = table,
    { group: GROUP, least: LEAST, more: MOST } = numbers,
    slipping = ways.length - 2,
    NOTHING = GROUP * ways.length;
  const known = readings(payload),
    reader = createReader(table),
    slips = createSlips(table, known, reader);
  /** @type {Record<string, number>} */
  const scores = {};
  ways.forEach((group, g) => {
    group.forEach((way, place) => {
      scores[way] = g * GROUP + place * numbers.step;
    });
  });
  /** @param {string} way @param {number} [more] */
  const score = (way, more = 0) => scores[way] + Math.min(more, MOST);

  /** @type {Entry[]} */
  const entries = projects.map(({ id, data }) => {
    const called = data.called;
    return {
      id: id,
      mode: data.mode,
      own: called.own,
      too: called.too,
      names: called.own.concat(called.too),
      written: called.written,
      stems: called.stems,
      routes: called.routes.map((r) => r.split(" ").map((end) => end.split("/"))),
      stops: Array.from(new Set((data.stops || []).map((stop) => reader.plain(stop.name)))),
      english: called.english.split(" ").filter(Boolean),
    };
  });

  // Of each the least score, and what of names, pinyin and English gives it.
  /** @param {Entry} entry @param {string} text */
  function byPart(entry, text) {
    let best = NOTHING;
    /** @param {number} n */
    const keep = (n) => {
      best = Math.min(best, n);
    };
    if (entry.own.indexOf(text) >= 0) keep(score("name"));
    if (entry.too.indexOf(text) >= 0) keep(score("alias"));
    if (entry.written.indexOf(text) >= 0) keep(score("written"));
    entry.names.forEach((name, number) => {
      const at = name.indexOf(text);
      if (at < 0 || !wholeNumber(text, name, at)) return;
      const way = at ? "within" : "begins";
      keep(score(number < entry.own.length ? way : "alias_" + way, name.length - text.length));
    });
    const inside = entry.written.some((name) => {
      const at = name.indexOf(text);
      return at >= 0 && wholeNumber(text, name, at);
    });
    if (inside) keep(score("alias_within", MOST));
    return best;
  }

  /** @param {Entry} entry @param {string} text */
  function byPinyin(entry, text) {
    let best = NOTHING;
    entry.names.forEach((name, number) => {
      const own = number < entry.own.length;
      for (let start = 0; start < name.length; start++) {
        const end = spelt(text, name, start, known);
        if (!end) continue;
        const found = start
          ? score("spelt_within", own ? start : start + Math.floor(MOST / 2))
          : score(own ? "spelt" : "alias_spelt", name.length - end);
        best = Math.min(best, found);
      }
    });
    return best;
  }

  /** @param {Entry} entry @param {string} word */
  function byEnglish(entry, word) {
    const meant = Object.prototype.hasOwnProperty.call(table.english, word)
      ? table.english[word]
      : word;
    const wanted = meant.split(" ").filter(Boolean);
    if (!wanted.length) return score("english");
    const all = wanted.every((w) => entry.english.some((own) => own.startsWith(w)));
    return all ? score("english", wanted[0] === entry.english[0] ? 0 : 1) : NOTHING;
  }

  /** @param {Entry} entry @param {Query} query */
  function byName(entry, query) {
    let best = byPart(entry, query.whole);
    query.bares.slice(1).forEach((bare, step) => {
      const found = byPart(entry, bare);
      if (found === NOTHING) return;
      best = Math.min(best, found < scores.bare ? score("bare", step) : found + step + 1);
    });
    if (query.latin && !isRoad(query.whole))
      best = Math.min(best, byPinyin(entry, query.whole), byEnglish(entry, query.whole));
    return best;
  }

  /** @param {Entry} entry @param {Query} query */
  function byEnds(entry, query) {
    let best = NOTHING;
    const other = entry.own[0].endsWith(query.kind) ? 0 : 1;
    entry.routes.forEach((route) => {
      const ahead = runs(query.stem, route, units),
        back = runs(query.stem, route.slice().reverse(), units);
      if (ahead >= 0) best = Math.min(best, score("ends", ahead + other));
      if (back >= 0) best = Math.min(best, score("turned", back + other));
    });
    return best;
  }

  /** @param {Entry} entry @param {Query} query */
  function byOther(entry, query) {
    const { stem, whole } = query;
    if (query.latin && !beginsRoad(whole)) {
      const said =
        whole.length >= numbers.ear &&
        entry.stops.some((stop) => aloud(stop, 0, known).startsWith(whole));
      return said ? score("stop_begins", MOST) : NOTHING;
    }
    const fits = !query.mode || query.mode === entry.mode;
    let best = NOTHING;
    /** @param {number} n */
    const keep = (n) => {
      best = Math.min(best, n);
    };
    if (fits && stem.length >= LEAST) {
      keep(byEnds(entry, query));
      if (query.mode && entry.names.some((name) => name.startsWith(stem)))
        keep(score("stem", entry.own[0].endsWith(query.kind) ? 0 : 1));
    }
    query.bares.forEach((bare) => {
      if (bare.length <= LEAST || isRoad(whole)) return;
      const pieces = entry.names.map((name) => chunks(bare, name)).filter(Boolean),
        least = Math.min(Infinity, ...pieces);
      if (least <= Math.min(numbers.pieces, Math.floor((bare.length * 2) / 3)))
        keep(score("parts", 10 * least));
    });
    const held = entry.names
      .filter((name) => name.length >= numbers.whole && whole.indexOf(name) >= 0)
      .map((name) => name.length);
    if (held.length) keep(score("holds", whole.length - Math.max(...held)));
    const asked = fits ? [whole, stem] : [whole];
    if (asked.every((text) => text.length >= LEAST)) {
      entry.stops.forEach((stop) => {
        if (stop === whole || stop === whole + "站") keep(score("stop"));
        else if (asked.some((text) => stop.startsWith(text)))
          keep(score("stop_begins", stop.length - asked[asked.length - 1].length));
        else if (stop.indexOf(whole) >= 0) keep(score("stop_within"));
      });
    }
    if (!fits || stem.length < 2 * LEAST) return best;
    const places = entry.routes.reduce(
      (all, route) => all.concat(route.map((end) => end[0])),
      entry.stops,
    );
    const n = through(stem, places, units, LEAST);
    if (n > 1) keep(score("through", n));
    return best;
  }

  // The score of the word that answers worst, each by any name or way; short names first.
  /** @param {Entry} entry @param {Query} query */
  function byWords(entry, query) {
    const worst = query.words.reduce((so, word) => {
      const named = byName(entry, word);
      return Math.max(so, named < GROUP ? named : Math.min(named, byOther(entry, word)));
    }, 0);
    return worst + Math.min(entry.own[0].length, Math.floor(MOST / 2));
  }

  /**
   * The score of a project in the ways of a group; of a slip, and a doubt, in both of theirs.
   * `nothing` where it has none.
   * @param {Entry} entry
   * @param {Query} query
   * @param {number} group
   */
  function scoreIn(entry, query, group) {
    if (group >= slipping)
      return slips(entry, query).reduce(
        (best, [way, more]) => Math.min(best, scores[way] + more),
        NOTHING,
      );
    const best = group ? byOther(entry, query) : byName(entry, query);
    return query.words.length ? Math.min(best, byWords(entry, query)) : best;
  }

  return { reader, known, entries, scoreIn, slipping, nothing: NOTHING };
}
