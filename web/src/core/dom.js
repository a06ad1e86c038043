// The one maker of an HTML element, and the wait for the browser to paint.

/** A promise that ends when the browser has had its chance to paint what is there. */
export function afterPaint() {
  return new Promise((done) => {
    setTimeout(done, 0);
  });
}

/** An element with a class and a text; never markup. */
export function el(tag, className, text, parent) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = String(text);
  if (parent) parent.appendChild(node);
  return node;
}
