// The projects: lines with casing, symbols, areas, bands; and which one is under the pointer.

import { styleOf } from "../../core/looks.js";
import { toWorld } from "../../core/projection.js";
import { colourOf, paletteOf } from "../../core/theme.js";
import { hitTest } from "../hit-test.js";
import { dashArray, mixColours, symbolPath } from "../symbol-paths.js";
import { AREA_EDGE } from "../symbols.js";
import { BANDS_MOST, createBands } from "./bands.js";
import { createCanvasLayer, createPart, setLook } from "./canvas-layer.js";
import { createExtent } from "./extent.js";
import { linePaths } from "./line-paths.js";
import { createStacking } from "./stacking.js";

/**
 * @import { Look } from "../../core/looks.js"
 * @import { Model, Project, Theme } from "../../core/types.js"
 * @import { Entry, Part, ProjectLayer } from "../types.js"
 */

/** @param {Part | null} part @returns {part is Part} */
const isPart = (part) => part !== null;

/**
 * Draw projects on demand; with `wait` none before `wake()`.
 * @param {L.Map} map
 * @param {Model} model
 * @param {Theme} theme
 * @param {boolean} [wait]
 * @returns {ProjectLayer}
 */
export function createProjectLayer(map, model, theme, wait) {
  const style = model.payload.style,
    ground = paletteOf(style, theme);
  map.createPane("projects").style.zIndex = "400";
  const canvasLayer = createCanvasLayer(map, "projects", wait);
  /** @type {Map<string, Entry>} */
  const drawn = new Map();
  const bands = createBands(map, style.band);
  /** @type {string | null} */
  let hovered = null;
  /** @type {string | null} */
  let selected = null;
  let wantBands = false;
  /** @type {Set<string> | null} */
  let strong = null;
  /** @type {Map<string, string> | null} */
  let paint = null;
  /** @type {Look} */
  let table = "statuses";
  let sorted = true;

  /** @param {string} id */
  const changeOf = (id) => {
    const code = paint && paint.get(id);
    return code ? style.changes[code] : undefined;
  };

  const stacking = createStacking(model, (code) => !!styleOf(style, table, code).faint);

  /** The code of what is shown. @param {string} id @returns {string | undefined} */
  function shownCode(id) {
    const entry = drawn.get(id);
    return entry && entry.shown ? entry.status : undefined;
  }

  /** @returns {Part} */
  function light() {
    return createPart({
      fill: "none",
      stroke: ground.halo,
      "stroke-linecap": "butt",
      "stroke-linejoin": "bevel",
    });
  }

  /** @param {Entry} entry @returns {(box: L.Bounds) => string} */
  function symbols(entry) {
    return (box) => {
      const { x: west, y: north } = box.getTopLeft(),
        { x: east, y: south } = box.getBottomRight();
      return entry.project.lines
        .map((line) => {
          const at = map.latLngToLayerPoint(line[0]),
            r = 2 * entry.radius;
          const far = at.x < west - r || at.x > east + r || at.y < north - r || at.y > south + r;
          return far
            ? ""
            : symbolPath(style.modes[entry.project.data.mode].symbol, at.x, at.y, entry.radius);
        })
        .join("");
    };
  }

  // Its look is set before it goes on the map, so that each attribute is set once.
  /** @param {Project} project @param {string} status */
  function make(project, status) {
    const mode = style.modes[project.data.mode],
      colour = colourOf(mode, theme),
      kind = project.kind;
    /** @type {Entry} */
    const entry = {
      project: project,
      thing: null,
      key: createPart({
        "stroke-linejoin": kind === "P" ? "round" : "bevel",
        role: "button",
        tabindex: "-1",
        "data-id": project.id,
        class: "atlas-line",
      }),
      colour: colour,
      width: mode.width,
      status: status,
      shown: true,
      casing: null,
      core: null,
      radius: 0,
    };

    if (kind === "L") entry.casing = light();
    restyle(entry);
    const parts = [entry.casing, entry.key, entry.core].filter(isPart);
    entry.thing = canvasLayer.add(
      parts,
      kind === "P"
        ? symbols(entry)
        : (box) => linePaths(map, box, [project.worlds], kind === "A")[0],
    );
    drawn.set(project.id, entry);
  }

  function growth() {
    const z = map.getZoom();
    return z < 6.5 ? 0.75 : z < 8 ? 0.95 : z < 10 ? 1.2 : 1.45;
  }

  // The colour of the mode, or that of the change between plans.
  /** @param {Entry} entry @returns {string} */
  function coloured(entry) {
    const change = changeOf(entry.project.id);
    return change ? colourOf(change, theme) : entry.colour;
  }

  // A code says its dash, except where lines stand for changes.
  /** @param {Entry} entry */
  function looked(entry) {
    if (!paint) return styleOf(style, table, entry.status);
    return changeOf(entry.project.id) || styleOf(style, "statuses");
  }

  /** Whether it recedes. @param {Entry} entry */
  function isFaint(entry) {
    const change = changeOf(entry.project.id);
    return change ? change.faint : !!looked(entry).faint;
  }

  /** @param {Entry} entry @param {number} [up] how much wider than usual @returns {number} */
  function widthOf(entry, up) {
    return entry.width * looked(entry).scale * growth() * (up || 1);
  }

  /** How wide its casing is at least. @param {Entry} entry @returns {number} */
  function hiddenWidth(entry) {
    const whole = paint ? undefined : stacking.wholeBehind(entry.project, shownCode),
      behind = whole && drawn.get(whole.id);
    return behind ? widthOf(behind) : 0;
  }

  /** @param {Entry} entry */
  function restyle(entry) {
    const look = looked(entry),
      colour = coloured(entry),
      isTop = entry.project.id === selected;
    const up = isTop ? 1.5 : entry.project.id === hovered ? 1.3 : 1;
    const width = widthOf(entry, up);
    const faint = selected ? !isTop : strong && !strong.has(entry.project.id);
    const behind = !isTop && isFaint(entry);
    const dim = faint && entry.project.id !== hovered ? style.dimmed : behind ? style.faint : 1;
    if (entry.project.kind === "P") {
      const near = isTop ? 7 : behind && !paint ? 3.6 : 4.4;
      const radius = near * Math.min(1.3, growth()) * (up > 1 && !isTop ? 1.2 : 1);
      setLook(entry.key, {
        stroke: colour,
        "stroke-width": 1.8,
        "stroke-opacity": dim,
        fill: mixColours(colour, ground.panel, look.fill),
        "fill-opacity": dim,
      });
      if (entry.radius !== radius) {
        entry.radius = radius;
        if (entry.thing) canvasLayer.redraw(entry.thing);
      }
      return;
    }
    // An area says "somewhere inside": pale, with an edge that nobody takes for a line.
    if (entry.project.kind === "A") {
      setLook(entry.key, {
        stroke: colour,
        "stroke-width": isTop ? 2 * AREA_EDGE : AREA_EDGE,
        "stroke-opacity": dim * (isTop ? 0.9 : 0.5),
        fill: colour,
        "fill-opacity": dim * (up > 1 ? 0.2 : 0.06),
      });
      return;
    }
    if (entry.casing) {
      const hidden = isTop ? 0 : hiddenWidth(entry);
      setLook(entry.casing, {
        "stroke-width": Math.max(width, hidden) + 2 * style.casing * (isTop ? 1.6 : 1),
        "stroke-opacity": (dim < 1 && !(hidden && !faint) ? 0.3 : 1) * 0.95,
      });
    }
    setLook(entry.key, {
      stroke: colour,
      "stroke-width": width,
      "stroke-linecap": look.cap,
      "stroke-opacity": dim,
      "stroke-dasharray": dashArray(look, width),
      fill: "none",
    });
    // The light middle of a line, made where a status first asks for it.
    if (look.core && !entry.core) {
      entry.core = light();
      if (entry.thing) canvasLayer.more(entry.thing, entry.core);
    }
    if (entry.core)
      setLook(entry.core, {
        display: look.core ? null : "none",
        "stroke-width": width * 0.36,
        "stroke-opacity": dim,
      });
  }

  /** @param {Entry} entry @param {boolean} on */
  function show(entry, on) {
    entry.shown = on;
    if (entry.thing) canvasLayer.show(entry.thing, on);
  }

  // Moving an element that has the focus would lose it.
  /** @param {Entry} entry */
  function raise(entry) {
    const node = entry.key.node,
      root = node && /** @type {Document | ShadowRoot} */ (node.getRootNode());
    if (entry.thing && (!root || root.activeElement !== node)) canvasLayer.raise(entry.thing);
  }

  // That of the selected one alone; else those of all that is shown, or of the pointed one where
  // so many would run into each other.
  function refreshBands() {
    const shown = Array.from(drawn.values()).filter((entry) => entry.shown),
      one = selected || (shown.length > BANDS_MOST ? hovered || "" : null);
    const wanted = selected || wantBands ? shown : [];
    bands.show(one === null ? wanted : wanted.filter((entry) => entry.project.id === one));
  }

  map.on("zoomend", () => {
    drawn.forEach((entry) => {
      if (entry.shown) restyle(entry);
    });
    bands.widen();
  });

  return {
    drawn: drawn,
    /** The first picture of what is shown, and from then on all of it. */
    wake: canvasLayer.sketch,
    drawSvg: canvasLayer.drawSvg,
    look: (name) => {
      if (name === table) return;
      table = name;
      sorted = false;
      // The same code may look otherwise.
      drawn.forEach((entry) => {
        entry.status = "";
      });
    },
    /** Show exactly these: Map of id to code. */
    show: (wanted) => {
      canvasLayer.touch();
      drawn.forEach((entry, id) => {
        if (entry.shown && !wanted.has(id)) show(entry, false);
      });
      /** @param {string} id */
      const codeOf = (id) => wanted.get(id);
      /** @type {Project[]} */
      const fresh = [];
      wanted.forEach((_, id) => {
        const project = model.byId.get(id);
        if (!project || !project.kind) return;
        if (!drawn.has(id)) fresh.push(project);
      });
      fresh
        .sort((a, b) => stacking.rank(a, codeOf) - stacking.rank(b, codeOf) || a.index - b.index)
        .forEach((p) => {
          make(p, wanted.get(p.id) || "");
        });
      wanted.forEach((status, id) => {
        const entry = drawn.get(id);
        if (!entry) return;
        if (entry.status === status && entry.shown) return;
        entry.status = status;
        show(entry, true);
        restyle(entry);
      });
      // Whether one hides its whole depends on both.
      drawn.forEach((entry) => {
        if (entry.shown && entry.project.data.part_of) restyle(entry);
      });
      // What is made later must not lie over the symbols made before, nor what recedes over the
      // rest.
      if ((fresh.length || !sorted) && fresh.length < drawn.size) {
        Array.from(drawn.values())
          .sort(
            (a, b) =>
              stacking.rank(a.project, shownCode) - stacking.rank(b.project, shownCode) ||
              a.project.index - b.project.index,
          )
          .forEach(raise);
      }
      sorted = true;
      refreshBands();
    },
    hover: (id) => {
      if (id === hovered) return;
      canvasLayer.touch();
      const before = hovered && drawn.get(hovered),
        now = id && drawn.get(id);
      hovered = id;
      if (before && before.shown) restyle(before);
      if (now && now.shown) {
        if (now.project.kind !== "A") raise(now);
        restyle(now);
      }
      if (wantBands) refreshBands();
    },
    select: (id) => {
      canvasLayer.touch();
      selected = id && drawn.has(id) ? id : null;
      drawn.forEach((entry) => {
        if (entry.shown) restyle(entry);
      });
      const top = selected && drawn.get(selected);
      if (top) raise(top);
      refreshBands();
    },
    /** Keep these (a Set of ids) strong and the others faint; null for no difference. */
    emphasise: (ids) => {
      canvasLayer.touch();
      strong = ids;
      drawn.forEach((entry) => {
        if (!entry.shown) return;
        if (strong && strong.has(entry.project.id)) raise(entry);
        restyle(entry);
      });
    },
    /** Colours by change (Map of id to code), or null for those of the modes. */
    paint: (next) => {
      canvasLayer.touch();
      paint = next;
      drawn.forEach((entry) => {
        if (!entry.shown) return;
        show(entry, true);
        restyle(entry);
        const change = changeOf(entry.project.id);
        if (change && !change.faint) raise(entry);
      });
    },
    bands: (on) => {
      wantBands = on;
      refreshBands();
    },
    /**
     * Projects (those shown, or of `list`) within `reach` pixels of a point of the map, nearest
     * first; else areas.
     */
    at: (latlng, reach, list) => {
      const among =
        list ||
        Array.from(drawn.values())
          .filter((e) => e.shown)
          .map((e) => e.project);
      return hitTest(among, toWorld([latlng.lat, latlng.lng]), reach / (256 * 2 ** map.getZoom()));
    },
    ...createExtent(model),
  };
}
