// The map: what was found, coloured by its change, beside what is known, which recedes.
import { el } from "../core/dom.js";
import { colourOf, paletteOf } from "../core/theme.js";
import { AtlasView } from "../map/view.js";

/** @import { Lang, Model, Payload, Theme, Words } from "../core/types.js" */
/** @import { Compared, Place, Reviewed } from "./types.js" */

const REST = 120;
/** How many new projects are drawn at once; the page answers in between. */
const AT_ONCE = 100;

/** @param {number[][]} part @returns {[number, number][]} */
const turned = (part) => part.map(([lon, lat]) => [lat, lon]);

/**
 * @param {HTMLElement} parent
 * @param {Words} w
 * @param {Payload} payload
 * @param {Model} model
 * @param {Lang} lang
 * @param {Theme} theme
 * @param {{place: (key: string) => void, known: (id: string) => void}} pick
 */
export function createFoundMap(parent, w, payload, model, lang, theme, pick) {
  const section = el("section", "reader-pane is-map", null, parent);
  el("h2", null, w("read.map"), section);
  const stage = el("div", "reader-map", null, section);
  const view = new AtlasView(stage, payload, {
    lang: lang,
    theme: theme,
    model: model,
    wait: true,
  });
  view.setVisible(model.projects.map((p) => p.id));
  view.legend.open(false);
  view.fit();
  view.wake();
  view.on("select", (/** @type {string | null} */ id) => {
    if (id) pick.known(id);
  });
  const change = payload.style.changes.new;
  const colour = colourOf(change, theme),
    ground = paletteOf(payload.style, theme).halo;
  /** @type {Map<string, L.FeatureGroup>} */
  const drawn = new Map();
  /** What is drawn of a row, to see that it is another shape now. */
  /** @type {Map<string, Place["parts"]>} */
  const shapes = new Map();
  let drawing = 0;
  let active = "";
  let rest = 0;
  let painted = "";

  /** @param {Place} place */
  const shape = (place) => {
    const group = L.featureGroup();
    place.parts.forEach((part) => {
      const at = turned(part);
      if (place.kind === "P")
        group.addLayer(
          L.circleMarker(at[0], {
            radius: 6,
            color: ground,
            weight: 2,
            fillColor: colour,
            fillOpacity: 1,
          }),
        );
      else if (place.kind === "L") {
        group.addLayer(L.polyline(at, { color: ground, weight: 7, opacity: 0.9 }));
        group.addLayer(L.polyline(at, { color: colour, weight: 3.5 }));
      } else group.addLayer(L.polygon(at, { color: colour, weight: 2, fillOpacity: 0.15 }));
    });
    group.on("click", () => pick.place(place.key));
    return group;
  };
  /** @param {Place} place @returns {boolean} whether it is drawn so already */
  const is = (place) => drawn.has(place.key) && shapes.get(place.key) === place.parts;
  /** @param {Place[]} places what is left to draw */
  const draw = (places) => {
    places.slice(0, AT_ONCE).forEach((place) => {
      const had = drawn.get(place.key);
      if (had) had.remove();
      shapes.set(place.key, place.parts);
      drawn.set(place.key, shape(place).addTo(view.map));
    });
    const left = places.slice(AT_ONCE);
    if (left.length) drawing = window.setTimeout(() => draw(left));
  };
  /** @param {string} key @param {boolean} on */
  const strong = (key, on) => {
    const group = drawn.get(key);
    if (!group) return;
    group.eachLayer((layer) => {
      if (layer instanceof L.CircleMarker) layer.setRadius(on ? 9 : 6);
      else if (layer instanceof L.Polyline && layer.options.color === colour)
        layer.setStyle({ weight: on ? 5.5 : 3.5 });
      if (on && layer instanceof L.Path) layer.bringToFront();
    });
  };
  return {
    view: view,
    /** It has come into view: until then it had no size. */
    show: () => {
      view.map.invalidateSize({ pan: false });
      view.fit();
    },
    /**
     * @param {Reviewed[]} rows
     * @param {Place[]} places
     * @param {Compared | null} compared
     */
    update: (rows, places, compared) => {
      const kept = rows.filter((r) => r.verdict !== "reject");
      /** @type {Map<string, string>} */
      const paint = new Map();
      (compared ? compared.dropped : []).forEach((d) => {
        paint.set(d.project, "dropped");
      });
      kept.forEach((r) => {
        if (r.project && r.change) paint.set(r.project, r.change);
      });
      const now = JSON.stringify(Array.from(paint));
      if (now !== painted) {
        painted = now;
        view.setPaint(paint);
        view.projects.emphasise(new Set(paint.keys()));
      }
      const fresh = new Set(kept.filter((r) => !r.project).map((r) => r.key));
      drawn.forEach((group, key) => {
        if (fresh.has(key)) return;
        group.remove();
        drawn.delete(key);
      });
      clearTimeout(drawing);
      draw(places.filter((place) => place.kind && fresh.has(place.key) && !is(place)));
    },
    /** @param {Reviewed | null} r */
    activate: (r) => {
      const key = r ? r.key : "";
      if (key === active) return;
      strong(active, false);
      active = key;
      clearTimeout(rest);
      // A key held down runs through the rows; the map follows where it rests.
      rest = window.setTimeout(() => {
        strong(active, true);
        const own = drawn.get(active);
        if (r && r.project) view.select(r.project, { fit: true });
        else {
          view.select(null);
          if (own) view.map.fitBounds(own.getBounds(), { maxZoom: 9, padding: [30, 30] });
        }
      }, REST);
    },
    /** @param {string} id */
    known: (id) => view.select(id, { fit: true }),
    destroy: () => {
      clearTimeout(rest);
      clearTimeout(drawing);
      view.destroy();
    },
  };
}
