// Texts of a sheet: how wide they are and where their lines break.

// What XML cannot hold.
/** @param {string | number} text @returns {string} */
export function clean(text) {
  return String(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, "")
    .replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1");
}

/** @type {CanvasRenderingContext2D | null} */
let ruler = null;
/**
 * @param {string} text
 * @param {number} size
 * @param {number} weight
 * @param {string} family
 * @returns {number}
 */
export function width(text, size, weight, family) {
  ruler = ruler || document.createElement("canvas").getContext("2d");
  if (!ruler) return 0;
  ruler.font = (weight || 400) + " " + size + "px " + family;
  return ruler.measureText(text).width;
}

/** A line without the space that waits for the next word. @param {string} line */
const bare = (line) => line.replace(/\s+$/, "");

/**
 * `text` in lines no wider than `room`; Chinese breaks anywhere, words do not.
 * @param {string} text
 * @param {number} room
 * @param {number} size
 * @param {number} weight
 * @param {string} family
 * @param {number} most
 * @returns {string[]}
 */
export function wrap(text, room, size, weight, family, most) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  (clean(text).match(/[\w.,:;()'"’–-]+ ?|[\s\S]/gu) || []).forEach((piece) => {
    if (line && width(bare(line + piece), size, weight, family) > room) {
      lines.push(bare(line));
      line = piece.trim() ? piece : "";
    } else line += piece;
  });
  if (line) lines.push(bare(line));
  if (lines.length > most) {
    lines.length = most;
    lines[most - 1] = lines[most - 1].slice(0, -1) + "…";
  }
  return lines;
}
