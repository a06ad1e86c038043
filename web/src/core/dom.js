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
 * The choice (`data-choice`) that has the keyboard inside an element: what is made in its place is
 * to have it again, so that who walks along by keyboard is not thrown out. Null for none.
 * @param {HTMLElement} root
 */
export function focusedChoice(root) {
  const tree = root.getRootNode();
  const active = tree instanceof Document || tree instanceof ShadowRoot ? tree.activeElement : null;
  return active && root.contains(active) ? active.getAttribute("data-choice") : null;
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
