// The bar that takes the map through the years: play, a slider, a year to type, the way back.
import { button, el } from "../core/dom.js";
import { icon } from "../core/svg.js";
import { nextYear, readYear, withinYears, yearByKey } from "./year-steps.js";

/**
 * @import { Words } from "../core/types.js"
 * @import { Years } from "./year-steps.js"
 */

const PACE = 1100;
const PLAY = "M6 4l10 6-10 6z",
  STOP = "M5 5h10v10H5z",
  NEXT = "M5 4l7 6-7 6zM14 4v12";

/**
 * A bar in `parent`. `change` is called with the year that the reader or the play goes to, null
 * for now. Who wants no moving pictures steps by hand instead of playing.
 * @param {HTMLElement} parent
 * @param {Words} w
 * @param {Years} years
 * @param {string} today the day of the facts
 * @param {(year: number | null) => void} change
 */
export function createYearBar(parent, w, years, today, change) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  /** @type {number | null} */
  let at = null;
  /** @type {number | undefined} */
  let timer;

  const bar = el("div", "atlas-years", null, parent);
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", w("years.open"));
  const play = button("atlas-years-play", null, bar, () => {
    if (timer !== undefined) stop();
    else if (calm.matches) go(onward());
    else start();
  });
  const slide = el("input", "atlas-years-slide", null, bar);
  slide.type = "range";
  slide.min = String(years.first);
  slide.max = String(years.last);
  slide.step = "1";
  slide.setAttribute("aria-label", w("years.label"));
  const typed = el("input", "atlas-years-typed", null, bar);
  typed.type = "text";
  typed.inputMode = "numeric";
  typed.maxLength = 4;
  typed.setAttribute("role", "spinbutton");
  typed.setAttribute("aria-label", w("years.label"));
  typed.setAttribute("aria-valuemin", slide.min);
  typed.setAttribute("aria-valuemax", slide.max);
  typed.title = w("years.range", { a: years.first, b: years.last });
  const back = button("atlas-years-now", w("years.now"), bar, () => {
    stop();
    go(null);
    slide.focus();
  });
  const told = el("output", "atlas-years-told", "", bar);
  const more = el("span", "atlas-years-told", "", bar);

  /** The year after this one; from now, and from the end, the first. */
  function onward() {
    return at === null ? years.first : (nextYear(at, years) ?? years.first);
  }

  function start() {
    if (at === null || nextYear(at, years) === null) go(years.first);
    const step = () => {
      const next = at === null ? null : nextYear(at, years);
      if (next === null) {
        stop();
        return;
      }
      go(next);
      timer = window.setTimeout(step, PACE);
    };
    timer = window.setTimeout(step, PACE);
    show();
  }

  function stop() {
    clearTimeout(timer);
    timer = undefined;
    show();
  }

  /** @param {number | null} year */
  function go(year) {
    if (year === at) return;
    at = year;
    show();
    change(year);
  }

  function show() {
    const playing = timer !== undefined,
      shown = at === null ? years.last : at;
    slide.value = String(shown);
    slide.setAttribute("aria-valuetext", at === null ? w("years.today", { d: today }) : String(at));
    typed.value = at === null ? "" : String(at);
    typed.placeholder = String(years.last);
    typed.setAttribute("aria-valuenow", String(shown));
    typed.removeAttribute("aria-invalid");
    back.hidden = at === null;
    bar.classList.toggle("is-on", at !== null);
    const label = w(playing ? "years.stop" : calm.matches ? "years.next" : "years.play");
    play.textContent = "";
    icon(playing ? STOP : calm.matches ? NEXT : PLAY, play);
    play.title = label;
    play.setAttribute("aria-label", label);
    play.setAttribute("aria-pressed", String(playing));
    if (at === null) more.textContent = "";
    told.textContent = at === null ? w("years.today", { d: today }) : w("years.day", { y: at });
    told.title = w("years.means");
  }

  slide.addEventListener("input", () => {
    // Where it was dragged to, before what stops shows where it stood.
    const year = Number(slide.value);
    stop();
    go(year);
  });
  [slide, typed].forEach((field) => {
    field.addEventListener("keydown", (event) => {
      // Within a typed text left and right move the caret.
      if (field === typed && /^(ArrowLeft|ArrowRight|Home|End)$/.test(event.key)) return;
      const next = yearByKey(at === null ? years.last : at, event, years);
      if (next === null) return;
      event.preventDefault();
      stop();
      go(next);
    });
  });
  const take = () => {
    if (!typed.value.trim()) {
      if (at !== null) show();
      return;
    }
    const year = readYear(typed.value);
    if (year === null) {
      typed.setAttribute("aria-invalid", "true");
      told.textContent = w("years.range", { a: years.first, b: years.last });
      return;
    }
    const nearest = withinYears(year, years);
    stop();
    go(nearest);
    show();
    if (nearest !== year)
      told.textContent = w("years.outside", { y: year, a: years.first, b: years.last });
  };
  typed.addEventListener("change", take);
  typed.addEventListener("input", () => {
    const year = readYear(typed.value);
    if (year !== null && year === withinYears(year, years)) take();
  });
  const hush = () => {
    if (calm.matches) stop();
    else show();
  };
  if (calm.addEventListener) calm.addEventListener("change", hush);
  const hidden = () => {
    if (document.hidden) stop();
  };
  document.addEventListener("visibilitychange", hidden);
  show();

  return {
    bar: bar,
    stop: stop,
    /** What else there is to say of the year. @param {string} text */
    tell: (text) => {
      more.textContent = text;
    },
    /** Show a year that was chosen elsewhere; null for now. @param {number | null} year */
    set: (year) => {
      if (year === at) return;
      at = year;
      show();
    },
    destroy: () => {
      stop();
      document.removeEventListener("visibilitychange", hidden);
      if (calm.removeEventListener) calm.removeEventListener("change", hush);
      bar.remove();
    },
  };
}
