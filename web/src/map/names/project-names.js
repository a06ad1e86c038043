// The names of projects on the map, or the numbers that stand for them in the list.
import { styleOf } from "../../core/looks.js";
import { colourOf } from "../../core/theme.js";
import { pickLanguage } from "../../core/translator.js";
import { insideRings } from "../../core/where/rings.js";
import { measureText } from "./labels.js";
import { placeNames } from "./place-names.js";

/**
 * @import { Project, View } from "../../core/types.js"
 * @import { Thing } from "./place-names.js"
 */

/** Of more projects than this none has a name: their lines are plain pixels. */
const MOST = 600;

/** Height of the letters of a name, and the room between them, in pixels. */
const LOOK = { zh: { size: 12, spacing: 1 }, en: { size: 11, spacing: 0 } };

/** What may stand one letter below the other. */
const HAN = /^[\u3400-\u9fff]+$/;

/**
 * What a project is called on the map: on an English one in short.
 * @param {Project} project
 * @param {View["lang"]} lang
 */
export function mapName(project, lang) {
  const name = pickLanguage(project.data.name, lang);
  return lang === "zh" ? name : name.replace(/ High-Speed Railway/g, " HSR");
}

/**
 * The numbers of what is shown, as the list has it: from 1 on, one after the other.
 * @param {Iterable<string>} ids
 * @returns {Map<string, number>}
 */
export function numbersOf(ids) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const id of ids) found.set(id, found.size + 1);
  return found;
}

/** @param {View} view @param {Project} project */
function colourIn(view, project) {
  const style = view.model.payload.style,
    change = view.paint && view.paint.get(project.id);
  return colourOf(change ? style.changes[change] : style.modes[project.data.mode], view.theme);
}

/**
 * Whether a project recedes on the map.
 * @param {View} view
 * @param {string} id
 * @param {string} code
 */
function isFaint(view, id, code) {
  const style = view.model.payload.style,
    change = view.paint && view.paint.get(id);
  if (view.paint) return !change || !!style.changes[change].faint;
  return !!styleOf(style, view.look, code).faint;
}

/**
 * @param {View} view
 * @param {Project} project
 * @param {number} order
 * @param {number} number 0 for none
 * @returns {Thing}
 */
function thingOf(view, project, order, number) {
  const text = mapName(project, view.lang),
    { size, spacing } = LOOK[view.lang],
    font = view.labels._font({ text: text, kind: "name", size: size }),
    letters = Array.from(text);
  return {
    id: project.id,
    kind: project.kind,
    lines: project.worlds,
    text: text,
    letters: letters,
    widths: letters.map((letter) => measureText(letter, font) + spacing),
    size: size,
    han: HAN.test(text),
    number: number,
    order: order,
    inside: (x, y) => insideRings(x, y, project.worlds),
  };
}

/**
 * Place things on the map; gives what found a place and what is in view.
 * @param {View} view
 * @param {Thing[]} things
 * @param {number} [most]
 */
function placeOn(view, things, most) {
  const { labels, map } = view,
    corner = map.getPixelBounds().getTopLeft(),
    size = map.getSize();
  const found = placeNames(
    things,
    {
      scale: 256 * 2 ** map.getZoom(),
      left: corner.x,
      top: corner.y,
      width: size.x,
      height: size.y,
    },
    labels._taken,
    most,
  );
  found.placed.forEach(({ id, glyphs, disc }) => {
    const project = view.model.byId.get(id);
    if (!project) return;
    const item = disc
      ? { text: "", kind: "number", size: 10.5, disc: disc, edge: colourIn(view, project) }
      : { text: "", kind: "name", ...LOOK[view.lang] };
    glyphs.forEach((glyph) => {
      labels._put(glyph.text, item, L.point(glyph.x, glyph.y), glyph.turn);
    });
  });
  return found;
}

/**
 * The names of a view's projects, or the numbers that stand for them in the list: of what is shown
 * and does not recede behind what is selected or emphasised.
 * @param {View} view
 */
export function createProjectNames(view) {
  const { labels } = view;
  const names = {
    /** Whether they are wanted. */
    on: true,
    /** Ids of those whose numbers stand on the map, in the order of these. @type {string[]} */
    discs: [],
    /** The number of each project that is shown, as the list has it. */
    numbers: numbersOf([]),
    /** How many numbers stand on a map beside this one, of the same list. */
    beside: 0,
    /** Whether numbers stand on the map, or on one beside it. */
    numbered: () => names.discs.length + names.beside > 0,
    /** Ids of what lies in view and may have a name. @type {string[]} */
    seen: [],
    /** Ids of what lies in view with neither name nor number, for want of room. @type {string[]} */
    bare: [],
    /**
     * Those that may have a number, null for all: none while no list is the key to it.
     * @type {Set<string> | null}
     */
    keyed: new Set(),
    /** Those that are emphasised, null for no difference. @type {Set<string> | null} */
    strong: null,
    /** After a change of what is shown; drawn later. */
    update: () => {
      names.numbers = numbersOf(view.others || view.shown.keys());
      view._emit("renumbered", true);
    },
    /** @param {boolean} on */
    show: (on) => {
      view.legend.names(on);
      if (names.on === on) return;
      names.on = on;
      labels.draw();
    },
    /** Give numbers to these alone, those of a list. @param {Set<string> | null} ids */
    key: (ids) => {
      names.keyed = ids;
      labels.draw();
    },
    /**
     * Keep these strong and the others faint; null for no difference.
     * @param {Set<string> | null} ids
     */
    emphasise: (ids) => {
      names.strong = ids;
      view.projects.emphasise(ids);
    },
  };

  /** What is to be named. @returns {Thing[]} */
  function wanted() {
    /** @type {Thing[]} */
    const things = [];
    if (!names.on || view.selected || view.shown.size > MOST) return things;
    view.shown.forEach((code, id) => {
      const project = view.model.byId.get(id),
        faint = isFaint(view, id, code);
      if (!project || !project.kind || (names.strong && !names.strong.has(id))) return;
      // Of a comparison what did not change is ground.
      if (view.paint && faint) return;
      const number = (!names.keyed || names.keyed.has(id)) && names.numbers.get(id);
      things.push(thingOf(view, project, faint ? 1 : 0, number || 0));
    });
    return things;
  }

  labels.set(
    "0-name",
    () => {
      const project = view.selected && view.model.byId.get(view.selected);
      if (project && project.kind === "L") placeOn(view, [thingOf(view, project, 0, 0)], 1);
    },
    true,
  );
  labels.set(
    "1-project",
    () => {
      const { placed, seen } = placeOn(view, wanted()),
        before = names.numbered();
      /** @param {string} id */
      const number = (id) => names.numbers.get(id) || 0;
      const has = new Set(placed.map((one) => one.id));
      names.seen = seen;
      names.bare = seen.filter((id) => !has.has(id));
      names.discs = placed
        .filter((one) => one.disc > 0)
        .map((one) => one.id)
        .sort((a, b) => number(a) - number(b));
      if (before !== names.numbered()) view._emit("numbered", !before);
    },
    true,
  );
  return names;
}
