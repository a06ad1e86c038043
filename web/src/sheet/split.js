// Where a piece that no page holds is parted in two.

/**
 * How many characters of a text fit, by halves.
 * @param {string} text
 * @param {(length: number) => boolean} fits whether so many do
 */
export function longestFit(text, fits) {
  let low = 0,
    high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  // A character of two halves stays whole.
  const code = low > 0 && low < text.length ? text.charCodeAt(low - 1) : 0;
  return code >= 0xd800 && code <= 0xdbff ? low - 1 : low;
}

/**
 * Take from the end of `node` what does not fit; gives a copy with what was taken, null where
 * nothing was or nothing would be left.
 * @param {Node} node
 * @param {() => boolean} fits
 * @returns {Node | null}
 */
export function splitOff(node, fits) {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = node.textContent || "",
      length = longestFit(text, (n) => {
        node.textContent = text.slice(0, n);
        return fits();
      });
    node.textContent = text.slice(0, length);
    return length && length < text.length ? document.createTextNode(text.slice(length)) : null;
  }
  // A picture is not cut.
  if (node instanceof SVGElement) return null;
  const rest = /** @type {Element} */ (node.cloneNode(false));
  while (node.lastChild && !fits()) rest.insertBefore(node.lastChild, rest.firstChild);
  // Between two things rather than inside one, unless the first is too much already.
  const edge = node.firstChild ? null : rest.firstChild;
  if (edge) {
    node.appendChild(edge);
    const over = splitOff(edge, fits);
    if (over) rest.insertBefore(over, rest.firstChild);
    else if (!fits()) rest.insertBefore(edge, rest.firstChild);
  }
  return rest.firstChild && node.firstChild ? rest : null;
}
