// Two texts beside each other: spelt in pinyin, one letter apart, heard alike.
// layers/search/spelling.py does the same.

/** @import { Payload } from "../types.js" */
/** @typedef {Map<string, string>} Readings character to syllable */

/**
 * Character to syllable, from the payload's syllable to characters.
 * @param {Payload} payload
 */
export function readings(payload) {
  /** @type {Readings} */
  const known = new Map();
  Object.keys(payload.pinyin || {}).forEach((syllable) => {
    Array.from(payload.pinyin[syllable]).forEach((c) => {
      known.set(c, syllable);
    });
  });
  return known;
}

/**
 * Where in a name the word ends that is spelt from `start` on; 0 where it is not. Each character
 * may stand as it is, by its syllable or by its initial; the last syllable may be unfinished.
 * @param {string} word
 * @param {string} name
 * @param {number} start
 * @param {Readings} known
 * @returns {number}
 */
export function spelt(word, name, start, known) {
  if (!word) return start;
  if (start === name.length) return 0;
  const character = name[start];
  if (word[0] === character) {
    const end = spelt(word.slice(1), name, start + 1, known);
    if (end) return end;
  }
  const syllable = known.get(character);
  if (!syllable || syllable[0] !== word[0]) return 0;
  if (syllable.startsWith(word)) return start + 1;
  const pieces = [syllable];
  if (/^[zcs]h/.test(syllable)) pieces.push(syllable.slice(0, 2));
  pieces.push(syllable[0]);
  for (const piece of pieces) {
    if (!word.startsWith(piece)) continue;
    const end = spelt(word.slice(piece.length), name, start + 1, known);
    if (end) return end;
  }
  return 0;
}

/**
 * Pinyin as southern ears hear it.
 * @param {string} pinyin
 * @param {[string, string][]} ear
 */
export function heard(pinyin, ear) {
  return ear.reduce((now, [from, to]) => now.split(from).join(to), pinyin);
}

/**
 * The pinyin of a name from `start` on, to the first character that has none.
 * @param {string} name
 * @param {number} start
 * @param {Readings} known
 */
export function aloud(name, start, known) {
  let found = "";
  for (let i = start; i < name.length && known.has(name[i]); i++) found += known.get(name[i]);
  return found;
}

/**
 * How many characters differ of two texts that are read alike; 0 where they are not, or the same.
 * @param {string} one
 * @param {string} other
 * @param {Readings} known
 * @param {(pinyin: string) => string} sound how pinyin is heard
 */
export function alikeByEar(one, other, known, sound) {
  if (one.length !== other.length) return 0;
  let differ = 0;
  for (let i = 0; i < one.length; i++) {
    if (one[i] === other[i]) continue;
    const a = known.get(one[i]),
      b = known.get(other[i]);
    if (!a || !b || sound(a) !== sound(b)) return 0;
    differ += 1;
  }
  return differ;
}

/**
 * How many characters two texts begin with alike.
 * @param {string} one
 * @param {string} other
 */
export function commonStart(one, other) {
  let at = 0;
  while (at < Math.min(one.length, other.length) && one[at] === other[at]) at += 1;
  return at;
}

/**
 * Whether a letter is wrong, too many, missing, or two neighbours changed places.
 * @param {string} one
 * @param {string} other
 */
export function oneApart(one, other) {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  const at = commonStart(one, other);
  if (one.length === other.length) {
    if (one.slice(at + 1) === other.slice(at + 1)) return true;
    const swapped = one.slice(at + 1, at + 2) + one.slice(at, at + 1);
    return swapped === other.slice(at, at + 2) && one.slice(at + 2) === other.slice(at + 2);
  }
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.slice(at) === longer.slice(at + 1);
}

/**
 * In how few pieces a text stands in a name, in order; 0 where it does not.
 * @param {string} text
 * @param {string} name
 */
export function chunks(text, name) {
  const none = text.length + 1;
  // Of each place in the name: the fewest pieces with the last character there.
  /** @type {number[]} */
  let ends = new Array(name.length).fill(0);
  for (let i = 0; i < text.length; i++) {
    const found = new Array(name.length).fill(none);
    let before = none;
    for (let j = 0; j < name.length; j++) {
      if (name[j] === text[i]) found[j] = Math.min(i && j ? ends[j - 1] : none, i ? before + 1 : 1);
      if (i) before = Math.min(before, ends[j]);
    }
    ends = found;
  }
  const best = Math.min(none, ...ends);
  return text && best < none ? best : 0;
}
