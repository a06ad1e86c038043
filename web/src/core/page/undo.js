// What was filtered by before the last change, and before that.

/** @import { Filter } from "../types.js" */

// Nobody goes back further by hand.
const MOST = 30;

export class Undo {
  /** @param {() => Filter} read the filter as it is now */
  constructor(read) {
    this._read = read;
    this._last = this._now();
    /** @type {string[]} */
    this._before = [];
    this._typing = false;
  }

  _now() {
    return JSON.stringify(this._read());
  }

  /** The filter may have changed; what is typed in one go is one change. */
  note() {
    const now = this._now();
    if (now === this._last) return;
    const without = (/** @type {string} */ text) =>
      JSON.stringify(Object.assign(JSON.parse(text), { q: "" }));
    const typing = without(now) === without(this._last);
    if (!typing || !this._typing) this._before.push(this._last);
    this._before.splice(0, this._before.length - MOST);
    this._typing = typing;
    this._last = now;
  }

  /** Whether there is anything to go back to. */
  get any() {
    return this._before.length > 0;
  }

  /**
   * The filter before the last change, which is then undone; null where there is none.
   * @returns {Filter | null}
   */
  take() {
    const found = this._before.pop();
    if (found === undefined) return null;
    this._typing = false;
    this._last = found;
    return JSON.parse(found);
  }
}
