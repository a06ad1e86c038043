// A view of five projects that knows only its pointer and keys, and keeps what they do.
import assert from "node:assert/strict";
import { Pointer } from "../../src/map/pointer.js";
import { smallPage, words } from "../small-dom.js";
import { smallStyle } from "./small-style.js";

const PROJECTS = [
  ["rail", "L"],
  ["road", "L"],
  ["port", "P"],
  ["hidden", "L"],
  ["nowhere", ""],
];

export function made({ coarse = false } = {}) {
  const page = smallPage(),
    told = [],
    heard = new Map(),
    frames = [];
  globalThis.window = { matchMedia: (query) => ({ matches: coarse && /coarse/.test(query) }) };
  globalThis.requestAnimationFrame = (act) => frames.push(act);
  const element = (tag, parent) => parent.appendChild(globalThis.document.createElement(tag));
  const pane = element("g", page),
    box = element("div", page);
  const style = smallStyle();
  const projects = PROJECTS.map(([id, kind]) => ({
    id,
    kind,
    data: { name: [`${id}线`, id], mode: kind === "P" ? "port" : "rail" },
    // Two legs along the equator: the second from a degree east on.
    legWorlds:
      id === "rail"
        ? [Float64Array.of(0.5, 0.5, 0.6, 0.5), Float64Array.of(0.6, 0.5, 0.7, 0.5)]
        : [],
    lines: [
      [
        [30, 104],
        [31, 105],
        [32, 106],
        [33, 107],
      ],
    ],
  }));
  const byId = new Map(projects.map((p) => [p.id, p]));
  const drawn = new Map(
    projects.slice(0, 4).map((p) => {
      const key = { at: { tabindex: "-1" }, node: element("path", pane) };
      key.node.setAttribute("data-id", p.id);
      return [p.id, { project: p, key, shown: p.id !== "hidden" }];
    }),
  );
  const view = Object.assign(Object.create(Pointer.prototype), {
    map: {
      on: (types, act) => {
        types.split(" ").forEach((type) => {
          heard.set(type, act);
        });
      },
      getContainer: () => box,
      getSize: () => ({ x: 400, y: 300, divideBy: (n) => ({ x: 400 / n, y: 300 / n }) }),
      getPane: () => pane,
      latLngToContainerPoint: (at) => ({ x: at[1], y: at[0] }),
      containerPointToLatLng: (point) => ["place", point.x, point.y],
      panInside: (place, how) =>
        told.push(["pan", place, how.paddingTopLeft, how.paddingBottomRight]),
    },
    model: {
      projects,
      byId,
      payload: {
        style,
        statuses: ["research", "construction", "operation", "unspecified"],
        current_statuses: ["planned", "open"],
      },
    },
    projects: {
      drawn,
      hits: [],
      hover: (id) => told.push(["hover", id]),
      at(place, reach) {
        told.push(["at", place, reach]);
        return this.hits;
      },
    },
    root: page,
    stage: element("div", page),
    tip: element("div", page),
    cardBox: element("aside", page),
    narrow: () => false,
    theme: "light",
    look: "statuses",
    lang: "en",
    words,
    chooser: null,
    selected: null,
    _gone: false,
    statusOf: (id) => (id === "road" ? "elsewhere" : "operation"),
    select(id, how) {
      told.push(["select", id, how.tell]);
      this.selected = id;
    },
  });
  view.tip.hidden = true;
  view.cardBox.hidden = true;
  const keys = [];
  globalThis.document.addEventListener = (type, act) => keys.push([type, act]);
  view._pointer();
  view._keyboard();
  /** A key that nobody below has kept. */
  const hear = (event) => {
    keys.forEach(([type, act]) => {
      assert.equal(type, "keydown");
      act(event);
    });
  };
  const fire = (type, event) => heard.get(type)(event);
  const click = (pointerType = "mouse") =>
    fire("click", {
      latlng: "there",
      containerPoint: { x: 50, y: 60 },
      originalEvent: { pointerType },
    });
  /** What was told since the last time. */
  const since = () => told.splice(0);
  return { page, view, pane, box, fire, click, since, hear, frames, byId, drawn };
}
