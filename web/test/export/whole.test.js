// Everything that the page of an exported file is made of.
import { test } from "node:test";
import { drawSheet } from "../../src/paper/sheet.js";
import { samePage } from "../written-page.js";
import { made } from "./small-file.js";

test("the file as it opens", () => {
  const its = made({ config: { filter: { mode: [], status: [], q: "" } } });
  samePage(its.root, "file");
});

test("the file with promises and outcomes, in Chinese", () => {
  const its = made({ hash: "#tab=outcomes", config: { lang: "zh", filter: { mode: [] } } });
  its.page.showOutcomes(true);
  samePage(its.root.querySelector(".page-outcomes"), "file-outcomes");
});

test("sheets, wide and tall", () => {
  for (const [name, size] of [
    ["a4", { width: 1120, height: 767 }],
    ["tall", { width: 767, height: 1120 }],
  ])
    samePage(drawSheet(made().page, size), `sheet-${name}`);
});
