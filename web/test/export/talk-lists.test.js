// What stands beside the map of a talk: names, sums, promises.
import assert from "node:assert/strict";
import { test } from "node:test";
import { outcome } from "../outcome/small-model.js";
import { step, talk } from "./small-talk.js";

/** As many projects as `n` that the late plan is the first to name, and `moved` that went on. */
const many =
  (n, moved = 0) =>
  (payload) => {
    const [rail, road] = payload.projects;
    payload.histories[1] = `.0${".".repeat(9)}`;
    payload.histories[0] = `01.0.1..011`;
    const some = (count, like, id) =>
      Array.from({ length: count }, (_, i) => ({
        ...like,
        id: `${id}${i}`,
        name: ["", `${id} ${i}`],
        part_of: "",
      }));
    payload.projects = [...some(n, road, "new"), ...some(moved, rail, "moved")];
  };

test("beside the map the names that are new or moved, as many as there is room for", () => {
  const told = (n, moved) => {
    const { box } = talk({ at: 1, change: many(n, moved) });
    const parts = box
      .querySelectorAll(".talk-list")
      .map((part) => [part.texts("h2")[0], part.all("li").length, part.texts("button")]);
    return parts;
  };
  assert.deepEqual(told(16, 0), [["present.fresh16", 16, []]]);
  assert.deepEqual(told(17, 0), [["present.fresh17", 16, ["1 more"]]]);
  assert.deepEqual(told(0, 7), [["present.changed7", 7, []]]);
  assert.deepEqual(told(0, 8), [["present.changed8", 6, ["2 more"]]]);
  // Sixteen lines, two of them for a heading and 1.85 for each that moved.
  assert.deepEqual(told(20, 1), [
    ["present.changed1", 1, []],
    ["present.fresh20", 12, ["8 more"]],
  ]);
  assert.deepEqual(told(20, 7), [
    ["present.changed7", 7, []],
    ["present.fresh20", 3, ["17 more"]],
  ]);
});

test("what does not fit the screen has fewer names, down to three", () => {
  const told = (fits) => {
    const its = talk({ at: 1, change: many(20, 5) });
    const [box] = its.box.querySelectorAll(".talk-lists");
    box.clientHeight = 100;
    Object.defineProperty(box, "scrollHeight", {
      get: () => (box.all("li").length > fits ? 101 : 100),
    });
    its.talk.show(false);
    return box.querySelectorAll(".talk-list").map((part) => part.all("li").length);
  };
  assert.deepEqual(told(9), [5, 4]);
  assert.deepEqual(told(8), [5, 3]);
  assert.deepEqual(told(7), [4, 3]);
  assert.deepEqual(told(6), [3, 3]);
  assert.deepEqual(told(1), [3, 3]);
});

test("of what moved the statuses before and now, of what is only named that it is", () => {
  const { box, lists } = talk({ at: 1, change: many(1, 1), hash: "#lang=en" });
  const [changed, fresh] = box.querySelectorAll(".talk-list");
  assert.deepEqual(changed.texts("small"), ["Research → status.construction"]);
  assert.deepEqual(fresh.texts("small"), []);
  const [line] = changed.all("line");
  assert.equal(line.getAttribute("stroke"), "#df0000");
  assert.ok(lists().length >= 2);
  const bare = talk({ at: 1 });
  assert.deepEqual(bare.box.texts("small"), ["present.basis"]);
});

test("all plans together: how many each names, as bars of the widest", () => {
  const { box } = talk({ at: 2 });
  const rows = box
    .querySelectorAll(".talk-sum")
    .map((row) => [row.texts("small")[0], row.texts("b")[0], row.all("i")[0].style.width]);
  assert.deepEqual(rows, [
    ["2019-01　Early", "1", `${82 / 3}%`],
    ["2021-01　Late", "3", "82%"],
  ]);
});

const promised = ({ projects }) => {
  projects[0].outcomes = [outcome(0, 2020, "late", "2021-02"), outcome(1, 2025, "missed")];
  projects[1].outcomes = [outcome(1, 2030, "kept", "2020")];
};

test("a step of promises has a row each, and what is known of the project it selects", () => {
  const told = (one, more) => {
    const its = talk({ steps: [step({ outcomes: true, ...one })], change: promised, ...more });
    const part = its.box.querySelector(".talk-outcomes");
    return { its, part, words: [part.texts("h2")[0], ...part.texts("p")] };
  };
  const { words, its, part } = told({});
  assert.deepEqual(words, ["outcome.dumbbell", "as of 2021-06"]);
  assert.equal(its.box.querySelector(".atlas-now"), null);
  assert.equal(part.all("svg")[0].getAttribute("class"), "out-picture");
  const wide = (node) => node.all("svg")[0].getAttribute("viewBox");
  assert.match(wide(part), /^0 0 1000 /);
  assert.match(wide(told({}, { width: 259 }).part), /^0 0 260 /);
  const slips = told({ slips: true });
  assert.equal(slips.words[0], "outcome.slip");
  // Which alone has a diagonal.
  const diagonals = (box) => box.all("line", { "stroke-dasharray": "6 4" }).length;
  assert.deepEqual([diagonals(slips.part), diagonals(part)], [1, 0]);
  const own = told({ select: "rail" });
  assert.equal(own.its.talk.lists.children[0].is("atlas-now"), true);
  assert.equal(own.its.talk.view.selected, "rail");
});

test("promises for which there is no room are counted, one stays", () => {
  const fewer = (fits) => {
    const its = talk({ steps: [step({ outcomes: true })], change: promised });
    const [box] = its.box.querySelectorAll(".talk-lists");
    box.clientHeight = 100;
    let drawn = 0;
    Object.defineProperty(box, "scrollHeight", {
      get: () => {
        drawn += 1;
        return drawn > fits ? 100 : 101;
      },
    });
    its.talk.show(false);
    const part = its.box.querySelector(".talk-outcomes");
    const rest = part.querySelectorAll(".talk-rest").map((line) => line.textContent);
    return [...rest, ...part.texts("p")];
  };
  assert.deepEqual(fewer(0), ["as of 2021-06"]);
  assert.deepEqual(fewer(1), ["1 more", "as of 2021-06"]);
  assert.deepEqual(fewer(2), ["2 more", "as of 2021-06"]);
  assert.deepEqual(fewer(50), ["2 more", "as of 2021-06"]);
});

test("what a plan names again, or only as a basis, is counted", () => {
  const told = (history) => {
    const { box } = talk({
      at: 1,
      change: (payload) => {
        payload.histories[0] = history + ".".repeat(9);
        payload.projects = payload.projects.slice(0, 1);
      },
    });
    return box.querySelector(".talk-lists").texts("p");
  };
  assert.deepEqual(told("00"), ["1 again"]);
  assert.deepEqual(told("03"), ["1 leaned"]);
  assert.deepEqual(told(".0"), []);
});
