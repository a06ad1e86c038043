// The text cut where marks begin and end, and into parts that are drawn one by one.

/**
 * @typedef {{key: string, start: number, end: number}} Span code points, half-open
 * @typedef {{start: number, end: number, keys: string[]}} Piece `keys` of the marks over it
 * @typedef {{start: number, end: number}} Part
 */

/** About how many characters a part has. */
const PART = 2000;

/**
 * Parts of a text, each ending at a line break where there is one near.
 * @param {string} text
 * @param {number} [size]
 * @returns {Part[]} in units of the string
 */
export function partsOf(text, size = PART) {
  const parts = [];
  let start = 0;
  while (start < text.length) {
    const line = text.indexOf("\n", start + size);
    let end = line < 0 ? text.length : line + 1;
    if (end - start > 3 * size) {
      end = start + 3 * size;
      const unit = text.charCodeAt(end);
      if (unit >= 0xdc00 && unit <= 0xdfff) end += 1;
    }
    parts.push({ start: start, end: end });
    start = end;
  }
  return parts;
}

/**
 * The spans that reach into each part.
 * @param {Part[]} parts
 * @param {Span[]} spans in the order of their starts
 * @returns {Span[][]} by part, in that order
 */
export function spansOf(parts, spans) {
  /** @type {Span[][]} */
  const found = parts.map(() => []);
  if (!parts.length) return found;
  spans.forEach((span) => {
    for (let i = partAt(parts, span.start); i < parts.length && parts[i].start < span.end; i++)
      found[i].push(span);
  });
  return found;
}

/**
 * A part's pieces: where marks lie over one another, all of them are named.
 * @param {Part} part
 * @param {Span[]} spans in the order of their starts
 * @returns {Piece[]} together they are the part
 */
export function piecesOf(part, spans) {
  const within = spans.filter((s) => s.start < part.end && s.end > part.start);
  const cuts = new Set([part.start, part.end]);
  within.forEach((s) => {
    cuts.add(Math.max(s.start, part.start));
    cuts.add(Math.min(s.end, part.end));
  });
  const places = Array.from(cuts).sort((a, b) => a - b);
  return places.slice(1).map((end, i) => ({
    start: places[i],
    end: end,
    keys: within.filter((s) => s.start < end && s.end > places[i]).map((s) => s.key),
  }));
}

/**
 * The part that holds a place.
 * @param {Part[]} parts
 * @param {number} place
 */
export function partAt(parts, place) {
  let low = 0,
    high = parts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle].end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
