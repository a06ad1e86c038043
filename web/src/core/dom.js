// The one maker of an HTML element and of a button, and the wait for the browser to paint.

/**
 * A promise that ends when the browser has had its chance to paint what is there.
 * @returns {Promise<void>}
 */
export function afterPaint() {
  return new Promise((done) => {
    setTimeout(done, 0);
  });
}

/**
 * An element with a class and a text; never markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string | null} [className]
 * @param {string | number | null} [text]
 * @param {Node | null} [parent]
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, className, text, parent) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined && text !== null) node.textContent = String(text);
  if (parent) parent.appendChild(node);
  return node;
}

/**
 * A button that sends no form.
 * @param {string | null} className
 * @param {string | number | null} text
 * @param {Node | null} parent
 * @param {((event: MouseEvent) => void) | null} [action] what a click does
 * @returns {HTMLButtonElement}
 */
export function button(className, text, parent, action) {
  const node = el("button", className, text, parent);
  node.type = "button";
  if (action) node.addEventListener("click", action);
  return node;
}
