// What the page sends stays here until the server says that it has it, and until then goes again:
// a connection may break, an upload fail, a message be overtaken by another.

/** Milliseconds without a sign of life before something is sent again; twice as long each time. */
export const FIRST = 6000;
export const LONGEST = 60000;

/**
 * @template T
 * @typedef {object} Sending
 * @property {string} id
 * @property {T} content
 * @property {number} times how often it was sent
 * @property {number} due when it is to be sent, in milliseconds
 */

/** @template T */
export class Outbox {
  /** @param {string} name of digits and small letters, another for each page */
  constructor(name) {
    this.name = name;
    this.count = 0;
    /** @type {Sending<T>[]} */
    this.waiting = [];
  }

  /** @param {T} content */
  put(content) {
    this.count += 1;
    this.waiting.push({ id: this.name + this.count.toString(36), content, times: 0, due: 0 });
  }

  /** @param {number} now milliseconds @returns {Sending<T>[]} what is to be sent now */
  due(now) {
    return this.waiting.filter((sending) => sending.due <= now);
  }

  /** @param {Sending<T>} sending @param {number} now */
  sent(sending, now) {
    sending.due = now + Math.min(FIRST * 2 ** sending.times, LONGEST);
    sending.times += 1;
  }

  /** What was sent is on its way: no use in sending it again yet. @param {number} now */
  moves(now) {
    this.waiting.forEach((sending) => {
      if (sending.times) sending.due = Math.max(sending.due, now + FIRST);
    });
  }

  /** @param {string[]} ids what the server has */
  taken(ids) {
    this.waiting = this.waiting.filter((sending) => !ids.includes(sending.id));
  }

  /** @returns {"" | "sending" | "again"} how it stands with what is not there yet */
  get state() {
    if (!this.waiting.length) return "";
    return this.waiting.some((sending) => sending.times > 1) ? "again" : "sending";
  }
}

/**
 * A file's name as the server knows it by: which sending, its number there, of how many.
 * @param {string} id @param {number} number @param {number} count @param {string} name
 */
export function labelled(id, number, count, name) {
  return id + "." + number + "." + count + "~" + name;
}
