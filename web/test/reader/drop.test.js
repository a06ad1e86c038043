// Where files are dropped, chosen or text is pasted.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createDrop, filesOf } from "../../src/reader/drop.js";
import { words } from "../small-dom.js";
import { made } from "./small-reader.js";

const settled = () => new Promise((done) => setImmediate(done));

/** The place where files are dropped. */
function drop() {
  const its = made();
  const sent = [],
    refused = [];
  let heard = [];
  const { document, window } = globalThis;
  window.addEventListener = (type, act) => heard.push([type, act]);
  window.removeEventListener = (type, act) => {
    heard = heard.filter(([name, does]) => name !== type || does !== act);
  };
  const parent = document.createElement("div");
  const limits = { file_mb: 1, pages: 2, text_mb: 3, seconds: 4, expansion: 5 };
  const made_ = createDrop(parent, words, limits, {
    refuse: (one) => refused.push(one.name),
    send: (content) => sent.push(content),
  });
  const find = (text) => parent.all("button").find((b) => b.textContent === text);
  const tell = (type, event) => {
    heard.forEach(([name, act]) => {
      if (name === type) act(event);
    });
  };
  return {
    ...its,
    drop: made_,
    box: made_.box,
    sent,
    refused,
    find,
    tell,
    heard: () => heard.length,
  };
}

const SMALL = { name: "small", size: 1000000 },
  BIG = { name: "big", size: 1000001 };

test("files that fit are sent together, larger ones refused", () => {
  const { box, sent, refused } = drop();
  const [input] = box.all("input");
  assert.deepEqual([input.type, input.multiple, input.tabIndex], ["file", true, -1]);
  input.files = [SMALL, BIG];
  input.hear("change");
  assert.deepEqual([sent, refused, input.value], [[[SMALL]], ["big"], ""]);
  input.files = [BIG];
  input.hear("change");
  assert.equal(sent.length, 1);
});

test("a pasted text is sent, and asked for where there is none", () => {
  const { box, sent, find } = drop();
  const form = box.querySelector(".reader-paste"),
    [area] = box.all("textarea"),
    paste = find("read.paste");
  const state = () => [form.hidden, paste.getAttribute("aria-expanded")];
  assert.deepEqual(
    [area.rows, area.placeholder, area.getAttribute("aria-label")],
    [6, "read.paste.hint", "read.paste.hint"],
  );
  assert.deepEqual(state(), [true, "false"]);
  paste.hear("click");
  assert.deepEqual([...state(), globalThis.document.activeElement === area], [false, "true", true]);
  globalThis.document.activeElement = null;
  area.value = " ";
  find("read.paste.go").hear("click");
  assert.deepEqual([sent, globalThis.document.activeElement === area], [[], true]);
  area.value = "甲线";
  find("read.paste.go").hear("click");
  assert.deepEqual([sent, area.value, ...state()], [["甲线"], "", true, "false"]);
  globalThis.document.activeElement = null;
  paste.hear("click");
  paste.hear("click");
  assert.deepEqual(state(), [true, "false"]);
});

test("files dropped anywhere are taken, other things are not", async () => {
  const { box, sent, tell, drop: its, heard } = drop();
  const event = (types, more) => {
    const did = [];
    return {
      did,
      dataTransfer: types && { types, files: [SMALL], items: [] },
      preventDefault: () => did.push("prevented"),
      stopPropagation: () => did.push("stopped"),
      ...more,
    };
  };
  const over = (types) => {
    const said = event(types);
    tell("dragover", said);
    return [said.did, box.is("is-over")];
  };
  assert.deepEqual(over(null), [[], false]);
  assert.deepEqual(over(["text/plain"]), [[], false]);
  assert.deepEqual(over(["Files"]), [["prevented"], true]);
  tell("dragleave", { relatedTarget: box });
  assert.equal(box.is("is-over"), true);
  tell("dragleave", { relatedTarget: null });
  assert.equal(box.is("is-over"), false);
  over(["Files"]);
  const text = event(["text/plain"]);
  tell("drop", text);
  tell("drop", event(null));
  await settled();
  assert.deepEqual([text.did, sent, box.is("is-over")], [[], [], false]);
  const files = event(["Files"]);
  tell("drop", files);
  await settled();
  assert.deepEqual([files.did, sent], [["prevented", "stopped"], [[SMALL]]]);
  its.destroy();
  assert.equal(heard(), 0);
});

test("of folders the files in them are taken, those that systems hide left out", async () => {
  const one = (name) => ({ isFile: true, isDirectory: false, file: (done) => done({ name }) });
  const folder = (...entries) => ({
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const parts = [entries.slice(0, 1), entries.slice(1), []];
      return { readEntries: (done) => done(parts.shift()) };
    },
  });
  const taken = async (...entries) => {
    const items = entries.map((entry) => (entry ? { webkitGetAsEntry: () => entry } : {}));
    const found = await filesOf({ items, files: [SMALL] });
    return found.map((each) => each.name);
  };
  assert.deepEqual(await taken(folder(one("a"), one(".b"), folder(one("c"))), one("d"), null), [
    "a",
    "c",
    "d",
  ]);
  // Without a folder the files as they are given.
  assert.deepEqual(await taken(one("a")), ["small"]);
  assert.deepEqual(await filesOf({ files: [BIG] }), [BIG]);
});

test("how it stands with what was sent", () => {
  const { box, drop: its, find } = drop();
  const busy = box.querySelector(".reader-uploading");
  const state = (name) => {
    its.stands(name);
    return [busy.hidden, busy.textContent, box.getAttribute("aria-busy")];
  };
  assert.deepEqual(state("sending"), [false, "read.outgoing.sending", "true"]);
  assert.deepEqual(state("again"), [false, "read.outgoing.again", "true"]);
  assert.deepEqual(state(""), [true, "", "false"]);
  its.shrink(true);
  assert.ok(find("read.more"));
  its.shrink(false);
  assert.deepEqual([!!find("read.choose"), box.is("is-small")], [true, false]);
});
