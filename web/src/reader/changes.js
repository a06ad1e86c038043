// First of all: what is new, no longer named, or moved against earlier plans; its buttons filter
// the table.

import { createSelect } from "../core/controls/select.js";
import { button, el } from "../core/dom.js";
import { pickLanguage } from "../core/translator.js";
import { GROUPS, inGroup } from "./rules/reviewed.js";

/** @import { Words } from "../core/types.js" */
/** @import { Session } from "./session.js" */
/** @import { Compared, Reviewed } from "./types.js" */

/** The buttons, in their order. */
const SHOWN = ["new", "dropped", ...GROUPS.slice(1)];

/**
 * @param {HTMLElement} parent
 * @param {Words} w
 * @param {Session} session
 * @param {{against: (plan: string) => void, group: (group: string) => void,
 *   known: (project: string) => void}} does
 */
export function createChanges(parent, w, session, does) {
  const box = el("section", "reader-changes", null, parent);
  const head = el("div", "reader-changes-head", null, box);
  el("h2", null, w("read.changes"), head).id = "reader-changes";
  box.setAttribute("aria-labelledby", "reader-changes");
  const select = createSelect(head, w("read.against"), [], "", does.against);
  const row = el("div", "app-choices", null, box);
  const note = el("p", "app-hint", null, box);
  const list = el("ul", "reader-dropped", null, box);
  const buttons = SHOWN.map((group) => {
    const b = button("app-choice", null, row, () => does.group(group));
    b.setAttribute("data-group", group);
    el("span", null, w("read.group." + group), b);
    return { group: group, button: b, n: el("span", "app-n", "", b) };
  });
  let choices = "";
  return {
    /** @param {Compared | null} compared @param {Reviewed[]} rows */
    update: (compared, rows) => {
      box.hidden = !compared;
      if (!compared) return;
      const now = JSON.stringify(compared.choices);
      if (now !== choices) {
        choices = now;
        select.textContent = "";
        compared.choices.forEach((choice) => {
          const name = pickLanguage(choice.name, session.lang);
          const text = w("read.against.shared", { name: name, n: choice.shared });
          el("option", null, text, select).value = choice.plan;
        });
      }
      select.value = compared.against;
      buttons.forEach((b) => {
        const n =
          b.group === "dropped"
            ? compared.dropped.length
            : rows.filter((r) => inGroup(r, b.group)).length;
        b.n.textContent = String(n);
        b.button.classList.toggle("is-empty", !n);
        b.button.setAttribute("aria-pressed", String(session.group === b.group));
      });
      const apart = !compared.choices.slice(1).some((choice) => choice.shared > 0);
      const dropping = session.group === "dropped";
      note.hidden = !apart && !dropping;
      note.textContent = w(apart ? "read.apart" : "read.dropped.note");
      list.hidden = !dropping;
      list.textContent = "";
      if (!dropping) return;
      compared.dropped.forEach((d) => {
        const li = el("li", null, null, list);
        button("atlas-link", pickLanguage(d.name, session.lang), li, () => does.known(d.project));
        const plan = pickLanguage(d.was_plan, session.lang);
        const status = d.was ? w("status." + d.was) : "";
        el("span", "reader-was", w("read.was", { plan: plan, status: status }), li);
      });
    },
  };
}
