// The pin that stands for the icons of folium's markers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { smallPage, written } from "../../small-dom.js";

/** A pin of these options, as lines, and how its icon was made. */
async function pin(options, known = (name) => name) {
  smallPage();
  const { createElement } = globalThis.document;
  // A browser takes only the colours that it knows.
  globalThis.document.createElement = (tag) => {
    const node = createElement(tag);
    const style = {};
    Object.defineProperty(style, "color", {
      get: () => style.own || "",
      set: (name) => {
        style.own = known(name);
      },
    });
    return Object.assign(node, { style });
  };
  globalThis.L = {
    divIcon: (how) => ({ how, createIcon: (old) => old || createElement.call(null, "div") }),
  };
  await import("../../../src/map/leaflet/marker-pin.js");
  pin.made = pin.made || globalThis.L.AwesomeMarkers;
  globalThis.L.AwesomeMarkers = pin.made;
  const icon = globalThis.L.AwesomeMarkers.icon(options);
  return {
    how: icon.how,
    lines: written(icon.createIcon()).map((line) => line.replace(/^ *\| /, "")),
  };
}

test("a pin in its colour, its point where the marker stands", async () => {
  const { how, lines } = await pin({ markerColor: "red" });
  assert.deepEqual(how, {
    className: "atlas-pin",
    iconSize: [24, 34],
    iconAnchor: [12, 33],
    popupAnchor: [0, -30],
  });
  assert.deepEqual(lines.slice(0, 2), ["div", "  svg viewBox=0 0 24 34"]);
  assert.match(lines.join(" "), /fill=red fill-rule=evenodd stroke=#ffffff/);
});

test("a colour that is none, or not known, is the pin's own", async () => {
  for (const [options, known] of [[undefined], [{}], [{ markerColor: "reddish" }, () => ""]]) {
    const { lines } = await pin(options, known);
    assert.match(lines.join(" "), /fill=#2a81cb/);
  }
});
