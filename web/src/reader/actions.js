// What the keys and the buttons do to the rows of the page.
import { moved } from "./rules/extents.js";
import { actionOf } from "./rules/keys.js";
import { neighbour } from "./rules/reviewed.js";

/** @import { Move } from "./rules/extents.js" */
/** @import { Reader } from "./reader.js" */
/** @import { Reviewed } from "./types.js" */

const MOVES = ["start.grow", "start.shrink", "end.grow", "end.shrink"];

export class Actions {
  /** @param {Reader} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const target = /** @type {Element} */ (event.target);
    if (/^(INPUT|TEXTAREA|SELECT|BUTTON|A|SUMMARY)$/.test(target.tagName)) {
      const undoing = event.ctrlKey || event.metaKey;
      if (!undoing || /^(INPUT|TEXTAREA)$/.test(target.tagName)) return;
    }
    if (target.closest(".atlas")) return;
    const action = actionOf(event);
    if (!action || this.page.work.hidden) return;
    event.preventDefault();
    this.act(action);
  }

  /** @param {string} action the name of a key's action */
  act(action) {
    const row = this.page.active();
    if (MOVES.includes(action)) this._extend(row, /** @type {Move} */ (action));
    else if (action.startsWith("status.")) {
      const code = this.page.payload.statuses[Number(action.slice(7)) - 1];
      if (code) this.page.correct({ status: code });
    } else if (action === "accept" || action === "reject") this._judge(row, action);
    else if (action === "undo" || action === "redo") this._again(action);
    else if (action === "add") this._add();
    else if (action === "status" || action === "edit") {
      if (row) this.page.detail.edit(action === "status" ? "status" : "name");
    } else this._go(row, action);
  }

  /** @param {Reviewed | null} row @param {string} action */
  _go(row, action) {
    const shown = this.page.shown(),
      key = row ? row.key : null;
    const to =
      action === "next"
        ? neighbour(shown, key, 1)
        : action === "previous"
          ? neighbour(shown, key, -1)
          : action === "left"
            ? neighbour(shown, key, 1, (r) => !r.verdict) ||
              neighbour(shown, null, 1, (r) => !r.verdict)
            : action === "first"
              ? neighbour(shown, null, 1)
              : neighbour(shown, null, -1);
    if (to) this.page.activate(to.key, true);
  }

  /** @param {Reviewed | null} row @param {"accept" | "reject"} verdict */
  _judge(row, verdict) {
    if (!row) return;
    const next = neighbour(this.page.shown(), row.key, 1);
    this.page.session.edits.set(row.key, {
      verdict: row.verdict === verdict ? undefined : verdict,
    });
    const word = row.verdict === verdict ? "open" : verdict === "accept" ? "accepted" : "rejected";
    this.page.say("read.said.verdict", {
      name: row.name,
      verdict: this.page.words("read.verdict." + word),
    });
    if (next && row.verdict !== verdict) this.page.activate(next.key, true);
    this.page.changed();
  }

  /** @param {Reviewed | null} row @param {Move} move */
  _extend(row, move) {
    const extent = row && moved(row, move, this.page.text.length());
    if (!row || !extent) return;
    const { start, end } = row.row,
      added = row.key.includes("+");
    this.page.correct({
      start: extent.start === start && !added ? undefined : extent.start,
      end: extent.end === end && !added ? undefined : extent.end,
    });
    this.page.say("read.said.verdict", {
      name: this.page.words("read.extent"),
      verdict: this.page.text.words(extent.start, extent.end),
    });
  }

  /** @param {"undo" | "redo"} way */
  _again(way) {
    const key = this.page.session.edits[way]();
    this.page.say(
      key === null ? "read.said.nothing" : way === "undo" ? "read.said.undone" : "read.said.redone",
    );
    if (key === null) return;
    this.page.changed();
    if (this.page.rows.some((r) => r.key === key)) this.page.activate(key, true);
  }

  _add() {
    const extent = this.page.text.selected();
    if (!extent) {
      this.page.say("read.add.none");
      this.page.faults.textContent = this.page.words("read.add.none");
      return;
    }
    this.page.faults.textContent = "";
    this.page.session.added += 1;
    const key = this.page.session.source + ".+" + this.page.session.added;
    this.page.session.edits.set(key, { verdict: "accept", start: extent.start, end: extent.end });
    this.page.changed();
    this.page.activate(key, true);
    this.page.detail.edit("name");
  }
}
