// A presenter's marks on the map of a talk: drawn with two clicks, kept with their step.
import { button, el } from "../../core/dom.js";
import { svgNode } from "../../core/svg.js";
import { metres, plane } from "../../core/where/geometry.js";
import { drawMarks } from "../../paper/marks.js";
import { talkText } from "./talk-text.js";

/**
 * @import { Mark } from "../../paper/types.js"
 * @import { Talk } from "./talk.js"
 * @typedef {"arrow" | "circle" | "at"} Kind
 */

/** @type {Kind[]} */
const KINDS = ["arrow", "circle", "at"];
/** As many marks a step, and characters a mark, as layers/publish/talk_marks.py takes. */
const MOST = 20,
  LONGEST = 40;

/** @param {number} degrees */
const rounded = (degrees) => Math.round(degrees * 1e4) / 1e4;

/**
 * The mark that two clicks make, in degrees; null for one of no size.
 * @param {Kind} kind
 * @param {[number, number]} from
 * @param {[number, number]} to
 * @param {number[]} reach the least and the most kilometres of a circle
 * @returns {Mark | null}
 */
export function markBetween(kind, from, to, reach) {
  if (kind === "at") return { at: from, text: "" };
  if (from[0] === to[0] && from[1] === to[1]) return null;
  if (kind === "arrow") return { arrow: [from[0], from[1], to[0], to[1]], text: "" };
  const km = metres(plane(from[0], from[1]), plane(to[0], to[1])) / 1000;
  return {
    circle: [from[0], from[1], Math.round(Math.max(reach[0], Math.min(reach[1], km)) * 10) / 10],
    text: "",
  };
}

/**
 * The layer of marks over the talk's map, and the tools that make them in `foot`.
 * @param {Talk} talk
 * @param {HTMLElement} foot
 */
export function createMarking(talk, foot) {
  const { view, page } = talk,
    w = page.words,
    map = view.map,
    reach = page.payload.address.limits.km;
  const layer = svgNode("svg", { class: "talk-marks", "aria-hidden": "true" }, map.getContainer());
  const tools = el("span", "talk-marking", null, foot);
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", w("mark"));
  const told = el("span", "talk-told", "", tools);
  told.setAttribute("role", "status");
  const text = el("input", "talk-mark-text", null, tools);
  text.maxLength = LONGEST;
  text.placeholder = w("mark.text");
  text.setAttribute("aria-label", w("mark.text"));
  text.hidden = true;
  /** @type {Mark | null} the one that a text is written for */
  let open = null;
  /** @type {Kind | null} */
  let kind = null;

  const marks = () => talk.steps[talk.at].marks;

  /** @param {Mark} [more] one that is being drawn */
  function draw(more) {
    layer.textContent = "";
    if (talk.at < 0) return;
    drawMarks(layer, more ? marks().concat(more) : marks(), (lat, lon) =>
      map.latLngToContainerPoint([lat, lon]),
    );
    back.disabled = !marks().length;
  }

  const end = () => {
    view.root.classList.remove("is-drawing");
    view.drawing = null;
    kind = null;
    told.textContent = "";
    buttons.forEach((b) => {
      b.setAttribute("aria-pressed", "false");
    });
    draw();
  };

  /** @param {Mark} mark */
  function add(mark) {
    end();
    marks().push(mark);
    draw();
    open = mark;
    text.value = "";
    text.hidden = false;
    text.focus();
  }

  // A text alone that stays empty is no mark.
  function close() {
    if (!open) return;
    open.text = text.value.trim();
    const at = marks().indexOf(open);
    if (open.at && !open.text && at >= 0) marks().splice(at, 1);
    open = null;
    text.hidden = true;
    draw();
    talk.root.focus({ preventScroll: true });
  }
  text.addEventListener("input", () => {
    if (!open) return;
    open.text = text.value.trim();
    draw();
  });
  text.addEventListener("keydown", (e) => {
    if (e.key !== "Enter" && e.key !== "Escape") return;
    // A word that is being written by an input method has the key first.
    if (e.isComposing) return;
    e.preventDefault();
    close();
  });
  text.addEventListener("blur", close);

  /** @param {Kind} wanted */
  function start(wanted) {
    const again = kind === wanted;
    close();
    end();
    if (again || marks().length >= MOST) {
      if (!again) told.textContent = w("mark.most", { n: MOST });
      return;
    }
    kind = wanted;
    buttons[KINDS.indexOf(wanted)].setAttribute("aria-pressed", "true");
    told.textContent = w("mark." + wanted + ".told");
    view.root.classList.add("is-drawing");
    /** @type {[number, number] | null} */
    let from = null;
    view.drawing = {
      take: ({ lat, lng }) => {
        /** @type {[number, number]} */
        const at = [rounded(lng), rounded(lat)];
        const mark = from || wanted === "at" ? markBetween(wanted, from || at, at, reach) : null;
        if (mark) add(mark);
        else {
          from = at;
          told.textContent = w("mark." + wanted + ".other");
        }
      },
      point: ({ lat, lng }) => {
        const mark = from && markBetween(wanted, from, [lng, lat], reach);
        if (mark) draw(mark);
      },
      leave: end,
    };
    map.getContainer().focus({ preventScroll: true });
  }

  const buttons = KINDS.map((name) => {
    const b = button("talk-tool is-mark", w("mark." + name), tools, () => {
      start(name);
    });
    b.setAttribute("aria-pressed", "false");
    return b;
  });
  const back = button("talk-tool is-mark", w("mark.back"), tools, () => {
    close();
    end();
    marks().pop();
    draw();
  });
  const keep = button("talk-tool is-mark", w("mark.keep"), tools, () => {
    close();
    page.save(new Blob([talkText(page, talk.steps)], { type: "application/yaml" }), "talk.yaml");
  });
  keep.title = w("mark.keep.help");
  map.on("move zoomend resize viewreset", () => {
    draw();
  });
  // While the map grows the marks would stand where they were.
  map.on("zoomstart", () => {
    layer.textContent = "";
  });
  return {
    draw: () => {
      close();
      end();
    },
  };
}
