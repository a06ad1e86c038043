// What a person corrects, with every step to undo. A correction holds only what is not as found.

/** @import { Correction } from "../types.js" */

/**
 * @typedef {{key: string, before: Correction | null, after: Correction | null}} Step
 */

/** Corrections by the key of their row. */
export class Edits {
  constructor() {
    /** @type {Map<string, Correction>} */
    this.rows = new Map();
    /** @type {Step[]} */
    this._done = [];
    /** @type {Step[]} */
    this._undone = [];
  }

  /** How many steps there were, undone ones not counted. */
  get size() {
    return this._done.length;
  }

  /** Whether there is a step to do again. */
  get canRedo() {
    return this._undone.length > 0;
  }

  /**
   * @param {string} key
   * @returns {Correction}
   */
  of(key) {
    return this.rows.get(key) || {};
  }

  /**
   * Change fields of a row; undefined takes one back. Nothing happens where all are so already.
   * @param {string} key
   * @param {Correction} change
   * @returns {boolean} whether anything changed
   */
  set(key, change) {
    const before = this.rows.get(key) || null;
    /** @type {Correction} */
    const after = { ...before, ...change };
    /** @type {(keyof Correction)[]} */ (Object.keys(after)).forEach((field) => {
      if (after[field] === undefined) delete after[field];
    });
    // Fields keep their order.
    if (JSON.stringify(before || {}) === JSON.stringify(after)) return false;
    this._done.push({ key: key, before: before, after: after });
    this._undone = [];
    this._put(key, after);
    return true;
  }

  /**
   * Corrections that were made elsewhere, which are no step here.
   * @param {string} key
   * @param {Correction} correction
   */
  take(key, correction) {
    this._put(key, correction);
  }

  /** Take the last step back; returns the key of its row, or null. */
  undo() {
    const step = this._done.pop();
    if (!step) return null;
    this._undone.push(step);
    this._put(step.key, step.before);
    return step.key;
  }

  /** Do again what was undone last; returns the key of its row, or null. */
  redo() {
    const step = this._undone.pop();
    if (!step) return null;
    this._done.push(step);
    this._put(step.key, step.after);
    return step.key;
  }

  /** @param {string} key @param {Correction | null} correction */
  _put(key, correction) {
    if (correction && Object.keys(correction).length) this.rows.set(key, correction);
    else this.rows.delete(key);
  }

  /** All corrections, for the server. */
  all() {
    /** @type {Record<string, Correction>} */
    const found = {};
    this.rows.forEach((correction, key) => {
      found[key] = correction;
    });
    return found;
  }
}
