// Pictures and paper that are made of a sheet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { renderPng, savePng, saveSvg, svgText } from "../../src/export/picture.js";
import { made } from "./small-file.js";

/** The page's pictures: what is made of them, and of links that are followed. */
function pictures({ paints = true, blob = "blob" } = {}) {
  const its = made(),
    links = [],
    { document } = globalThis;
  const { createElement } = document;
  document.createElement = (tag) => {
    const node = createElement(tag);
    if (tag === "a")
      node.click = () => links.push([node.href, node.download, node.parentElement === its.root]);
    if (tag === "canvas")
      Object.assign(node, {
        getContext: () =>
          paints
            ? {
                drawImage: (...given) => links.push(given.slice(1)),
                measureText: () => ({ width: 1 }),
              }
            : null,
        toBlob: (act, type) => act(blob && `${node.width}x${node.height} ${type}`),
      });
    return node;
  };
  globalThis.XMLSerializer = class {
    serializeToString(svg) {
      return ["viewBox", "width", "height"].map((name) => svg.getAttribute(name)).join(" ");
    }
  };
  globalThis.Blob = class {
    constructor(parts, { type }) {
      this.says = `${parts.join()} ${type}`;
    }
  };
  const gone = [];
  globalThis.URL.createObjectURL = (it) => `blob:${it.says || it}`;
  globalThis.URL.revokeObjectURL = (url) => gone.push(url);
  globalThis.Image = class {
    set src(url) {
      this.url = url;
      if (url.includes("broken")) this.onerror(new Error());
      else this.onload();
    }
  };
  return { ...its, links, gone };
}

test("a picture as SVG is downloaded under the file's name, and let go of later", () => {
  const { page, links, gone, waiting, root } = pictures();
  assert.equal(svgText(page, 1920, 1080), "0 0 1280 720 1920 1080");
  waiting.splice(0);
  saveSvg(page, 1920, 1080);
  const url = "blob:0 0 1280 720 1920 1080 image/svg+xml;charset=utf-8";
  assert.deepEqual(links, [[url, "atlas-2021-06-1920x1080.svg", true]]);
  assert.deepEqual([root.all("a").length, gone], [0, []]);
  const [act, wait] = waiting.at(-1);
  act();
  assert.deepEqual([gone, wait], [[url], 60000]);
});

test("a picture as PNG is painted at its size; what cannot be made is told", async () => {
  const { page, links } = pictures();
  await savePng(page, 30, 20);
  assert.deepEqual(links, [
    [0, 0, 30, 20],
    ["blob:30x20 image/png", "atlas-2021-06-30x20.png", true],
  ]);
  const none = pictures({ blob: "" });
  await savePng(none.page, 30, 20);
  assert.deepEqual(none.root.querySelector(".page-notice").texts("span"), ["page.picture.failed"]);
  await assert.rejects(() => renderPng(none.page, 30, 20));
});

test("paper has the sheet while it is printed, at its own size, unless promises are shown", () => {
  const { root, tell, printed, page, waiting, since, sizes } = made();
  const paper = root.querySelector(".page-sheet");
  const view = () =>
    paper
      .all("svg")
      .filter((node) => node.getAttribute("font-family"))
      .map((node) => node.getAttribute("viewBox"));
  const state = () => [view(), root.is("has-sheet")];
  tell("window", "beforeprint");
  assert.deepEqual(state(), [["0 0 1120 767"], true]);
  const [first] = paper.children;
  tell("medium", "change", { matches: true });
  assert.ok(paper.children[0] === first);
  tell("window", "afterprint");
  assert.deepEqual(state(), [[], false]);
  page.print("a3");
  assert.deepEqual(printed, [["a rule", "@page { size: A3 landscape; }"]]);
  tell("medium", "change", { matches: true });
  assert.deepEqual(view(), ["0 0 1584 1085"]);
  tell("medium", "change", { matches: false });
  assert.deepEqual(globalThis.document.styleSheets[0].cssRules, ["a rule"]);
  tell("window", "beforeprint");
  assert.deepEqual(view(), ["0 0 1120 767"]);
  // An engine that gives the window the paper's size meanwhile: the map comes back where it was.
  const { map } = page.view;
  const moved = () => since().filter(([what]) => what === "view");
  moved();
  map.fire("resize");
  assert.deepEqual(moved(), []);
  tell("window", "afterprint");
  sizes.map = [300, 200];
  map.fire("resize");
  assert.deepEqual(moved(), []);
  sizes.map = [800, 500];
  map.fire("resize");
  const exactly = { animate: false, reset: true };
  assert.deepEqual(moved(), [["view", { lat: 30.123456, lng: 104.98765 }, 7, exactly]]);
  const [act, wait] = waiting.at(-1);
  act();
  map.fire("resize");
  assert.deepEqual([moved(), wait], [[], 1500]);
  root.classList.add("has-outcomes");
  tell("window", "beforeprint");
  assert.deepEqual(state(), [[], false]);
});

test("an engine that knows no rule for a page prints all the same", () => {
  const { page, printed } = made();
  const [list] = globalThis.document.styleSheets;
  list.insertRule = () => {
    throw new Error();
  };
  page.print("a4");
  assert.deepEqual(printed, [["a rule"]]);
});

test("a picture of the menu has the size that it says", () => {
  const { find, links } = pictures();
  find("svg 3840 2160").hear("click");
  assert.equal(links.at(-1)[1], "atlas-2021-06-3840x2160.svg");
  assert.match(links.at(-1)[0], /3840 2160/);
});

test("one print after another: what the first leaves behind does not undo the second", () => {
  const { tell, page, run, since, waiting } = made();
  const { map } = page.view;
  waiting.length = 0;
  tell("window", "beforeprint");
  tell("window", "afterprint");
  tell("window", "beforeprint");
  // The time of the first is over while the second is on its paper.
  run();
  tell("window", "afterprint");
  since();
  map.fire("resize");
  assert.equal(since().filter(([what]) => what === "view").length, 1);
  run();
  map.fire("resize");
  assert.deepEqual(since(), []);
});
