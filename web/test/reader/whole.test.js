// Everything that the page Read a plan is made of, with a document and without one.
import { test } from "node:test";
import { samePage } from "../written-page.js";
import { compared, file, KNOWN, made, NEW } from "./small-reader.js";

test("without a document", () => {
  samePage(made({ sent: { files: [] } }).root, "reader-empty");
});

test("a document compared with earlier plans, a row of it open", () => {
  const its = compared();
  its.reader.activate(NEW.key, true);
  samePage(its.reader.app, "reader-compared");
  its.reader.activate(KNOWN.key, true);
  samePage(its.root.querySelector(".reader-detail"), "reader-known");
});

test("documents in every state", () => {
  const states = ["waiting", "opening", "finding", "read", "failed"].map((state, i) =>
    file(`f${i}`, { state, done: i / 4, fault: state === "failed" ? ["坏", "bad"] : ["", ""] }),
  );
  const its = made({ sent: { files: [file("a"), ...states], closed: "closed" } });
  samePage(its.reader.top, "reader-states");
});
