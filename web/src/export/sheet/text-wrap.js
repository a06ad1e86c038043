// Texts of a sheet: how wide they are and where their lines break.

// What XML cannot hold.
export function clean(text) {
  return String(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, "")
    .replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1");
}

let ruler = null;
export function width(text, size, weight, family) {
  if (!ruler) ruler = document.createElement("canvas").getContext("2d");
  ruler.font = (weight || 400) + " " + size + "px " + family;
  return ruler.measureText(text).width;
}

/** `text` in lines no wider than `room`; Chinese breaks anywhere, words do not. */
export function wrap(text, room, size, weight, family, most) {
  const lines = [];
  let line = "";
  (clean(text).match(/[\w.,:;()'"’–-]+ ?|[\s\S]/gu) || []).forEach((piece) => {
    if (line && width(line + piece, size, weight, family) > room) {
      lines.push(line.trim());
      line = piece.trim();
    } else line += piece;
  });
  if (line) lines.push(line);
  if (lines.length > most) {
    lines.length = most;
    lines[most - 1] = lines[most - 1].slice(0, -1) + "…";
  }
  return lines;
}
