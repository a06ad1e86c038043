// The search box: what its keys do, what it lists, what it says and what it only doubts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createSearchBox, MOST, nextOption } from "../../../src/core/search/search-box.js";
import { smallPage, words } from "../../small-dom.js";

const same = assert.deepEqual;

test("arrows go round the answers and the box; other keys lead nowhere", () => {
  for (const [key, at, n, next] of [
    ["ArrowDown", -1, 3, 0],
    ["ArrowDown", 0, 3, 1],
    ["ArrowDown", 2, 3, -1],
    ["ArrowUp", -1, 3, 2],
    ["ArrowUp", 2, 3, 1],
    ["ArrowUp", 0, 3, -1],
    ["Home", 2, 3, 0],
    ["Home", 0, 3, 0],
    ["Home", -1, 3, null],
    ["End", 0, 3, 2],
    ["End", -1, 3, null],
    ["ArrowDown", -1, 0, null],
    ["a", 1, 3, null],
  ])
    assert.equal(nextOption(key, at, n), next, `${key} ${at}`);
});

const payload = JSON.parse(
  readFileSync(new URL("../../../../tests/data/search_small.json", import.meta.url), "utf8"),
);

/** A box over the small works, each called by its id; what it does stands in `done`. */
function made({ lang = "en", left = () => true } = {}) {
  const page = smallPage(),
    done = [];
  const create = document.createElement;
  document.createElement = (tag) =>
    Object.assign(create(tag), {
      scrollIntoView(how) {
        done.push(["scrolled", this.getAttribute("data-project"), how.block]);
      },
    });
  const projects = payload.projects.map((data) => ({
    id: data.id,
    data: { ...data, name: [`${data.id} 中`, data.id], mode: "rail" },
  }));
  const model = { payload, projects, byId: new Map(projects.map((one) => [one.id, one])) };
  let text = "";
  const box = createSearchBox(page, {
    words,
    lang,
    className: "its-class",
    model: () => model,
    text: () => text,
    search: (asked) => {
      text = asked;
      done.push(["search", asked]);
    },
    pick: (id) => done.push(["pick", id]),
    isLeft: left,
  });
  const [input] = page.all("input"),
    [list] = page.all("ul"),
    [said, meant] = page.all("p");
  /** Types a text, and what follows on the page. */
  const type = (asked) => {
    input.value = asked;
    input.hear("input");
    box.update();
    done.length = 0;
  };
  const key = (name, more = {}) => {
    const event = {
      key: name,
      prevented: false,
      stopped: false,
      preventDefault() {
        this.prevented = true;
      },
      stopPropagation() {
        this.stopped = true;
      },
      ...more,
    };
    input.hear("keydown", event);
    return [event.prevented, event.stopped];
  };
  const options = () => list.all("li");
  const marked = () => [
    options().findIndex((one) => one.getAttribute("aria-selected") === "true"),
    input.getAttribute("aria-activedescendant"),
  ];
  const open = () => [!list.hidden, input.getAttribute("aria-expanded")];
  return { page, box, input, list, said, meant, done, type, key, options, marked, open, model };
}

test("it says what it is to whoever cannot see it", () => {
  const { input, list, said, box } = made();
  assert.equal(box.input, input);
  same([input.className, input.type, input.maxLength], ["its-class", "search", 80]);
  same([input.autocomplete, input.placeholder], ["off", "filter.search.hint"]);
  const told = ["role", "aria-label", "aria-autocomplete", "aria-expanded"];
  same(
    told.map((name) => input.getAttribute(name)),
    ["combobox", "filter.search", "list", "false"],
  );
  assert.equal(input.getAttribute("aria-controls"), list.id);
  same([list.getAttribute("role"), list.getAttribute("aria-label")], ["listbox", "search.answers"]);
  assert.equal(said.getAttribute("role"), "status");
  assert.equal(list.hidden, true);
  assert.notEqual(made().list.id, list.id);
});

test("what is typed is searched, and its answers stand in a list", () => {
  const { type, options, open, said, meant, list } = made({
    left: (id) => id === "yukun-hsr",
  });
  type("渝崑");
  same(open(), [true, "true"]);
  same(
    options().map((one) => [one.getAttribute("data-project"), one.texts("span")]),
    [
      ["yukun-hsr", ["yukun-hsr", "mode.rail"]],
      ["yukun-yibin", ["yukun-yibin", "mode.railsearch.hidden"]],
    ],
  );
  same(
    options().map((one) => [one.id, one.getAttribute("role"), one.getAttribute("aria-selected")]),
    [0, 1].map((at) => [`${list.id}-${at}`, "option", "false"]),
  );
  same([said.textContent, said.is("is-quiet"), meant.hidden], ["search.found 2 渝崑", true, true]);
});

test("its names are those of the page's language", () => {
  const { type, options } = made({ lang: "zh" });
  type("渝崑");
  assert.equal(options()[0].texts("span")[0], "yukun-hsr 中");
});

test("of what is near, of nothing and of a blank it says so", () => {
  const { type, options, said, meant, open } = made();
  for (const [text, told, quiet, n] of [
    [" 余昆高铁 ", "search.near 2 余昆高铁", false, 2],
    ["渝崑", "search.found 2 渝崑", true, 2],
    ["完全没有的名字", "search.none 0 完全没有的名字", false, 0],
    ["  ", "", false, 0],
  ]) {
    type(text);
    same([said.textContent, said.is("is-quiet"), options().length], [told, quiet, n], text);
    same(open(), [n > 0, String(n > 0)], text);
    assert.equal(meant.hidden, true);
  }
});

test("no more than eight answers stand in it, and all are counted", () => {
  const { type, options, said, model } = made();
  const one = model.projects.find((project) => project.id === "yukun-hsr");
  for (let i = 0; i < MOST; i++) {
    const more = { ...one, id: `more-${i}` };
    model.projects.push(more);
    model.byId.set(more.id, more);
  }
  type("渝崑");
  assert.equal(MOST, 8);
  assert.equal(options().length, MOST);
  assert.equal(said.textContent, `search.found ${MOST + 2} 渝崑`);
});

test("what is only doubted stands apart, and a click asks for it by its name", () => {
  const { type, options, meant, said, done } = made();
  type("余困");
  same([options().length, meant.hidden, said.textContent], [0, false, "search.none 0 余困"]);
  same(meant.texts("span"), ["search.meant"]);
  same(meant.texts("button"), ["yukun-hsr", "yukun-yibin"]);
  meant.all("button")[1].hear("click");
  same(done, [
    ["search", "yukun-yibin"],
    ["pick", "yukun-yibin"],
  ]);
  type("渝崑");
  same([meant.hidden, meant.all("span").length], [true, 0]);
});

test("arrows mark an answer, Enter takes it, and without a mark the first", () => {
  const { type, key, marked, done, open, list } = made();
  type("渝崑");
  same(marked(), [-1, null]);
  same(key("ArrowDown"), [true, false]);
  same(marked(), [0, `${list.id}-0`]);
  same(key("ArrowDown"), [true, false]);
  same(marked(), [1, `${list.id}-1`]);
  same(done, [
    ["scrolled", "yukun-hsr", "nearest"],
    ["scrolled", "yukun-yibin", "nearest"],
  ]);
  done.length = 0;
  same(key("Enter"), [false, false]);
  same(done, [["pick", "yukun-yibin"]]);
  same(open(), [false, "false"]);
  same(marked(), [-1, null]);
  done.length = 0;
  // Closed it opens at its first answer; the mark goes round by way of the box.
  same(key("ArrowDown"), [true, false]);
  same([open(), marked()[0]], [[true, "true"], 0]);
  key("ArrowUp");
  same(marked(), [-1, null]);
  done.length = 0;
  key("Enter");
  same(done, [["pick", "yukun-hsr"]]);
});

test("a key that leads nowhere is left to the box, and so is one of an input method", () => {
  const { type, key, marked, done } = made();
  same(key("ArrowDown"), [false, false]);
  key("Enter");
  same(done, []);
  type("渝崑");
  same(key("a"), [false, false]);
  same(key("Home"), [false, false]);
  same(key("ArrowDown", { isComposing: true }), [false, false]);
  same(key("Enter", { isComposing: true }), [false, false]);
  same([marked()[0], done], [-1, []]);
});

test("Escape closes the list alone; of a closed one it is heard elsewhere", () => {
  const { type, key, open, input } = made();
  type("渝崑");
  same(key("Escape"), [true, true]);
  same([open(), input.value], [[false, "false"], "渝崑"]);
  same(key("Escape"), [false, false]);
});

test("it opens again with the keyboard, closes without, and stays closed while empty", () => {
  const { type, open, input, box } = made();
  type("渝崑");
  input.hear("blur");
  same(open(), [false, "false"]);
  // What changes elsewhere does not open it.
  box.update();
  same(open(), [false, "false"]);
  input.hear("focus");
  same(open(), [true, "true"]);
  input.hear("blur");
  input.value = "  ";
  input.hear("focus");
  same(open(), [false, "false"]);
});

test("a click takes an answer, and the keyboard stays in the box meanwhile", () => {
  const { type, options, done, open, list } = made();
  type("渝崑");
  let kept = 0;
  list.hear("mousedown", { preventDefault: () => kept++ });
  options()[1].hear("click");
  same([kept, done, open()], [1, [["pick", "yukun-yibin"]], [false, "false"]]);
});

test("it shows what is searched, whoever asked for it", () => {
  const { box, input, type } = made();
  type("渝崑");
  input.value = "else";
  box.update();
  assert.equal(input.value, "渝崑");
});
