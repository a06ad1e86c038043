// The button that copies the page's address.

/** @import { Words } from "../core/types.js" */

/**
 * Copies the address and says so on `button` for a while.
 * @param {HTMLButtonElement} button
 * @param {Words} words
 */
export function copyAddress(button, words) {
  const done = () => {
    button.textContent = words("app.copied");
    setTimeout(() => {
      button.textContent = words("app.copy");
    }, 1600);
  };
  if (navigator.clipboard) navigator.clipboard.writeText(location.href).then(done, () => {});
  else window.prompt(words("app.copy"), location.href);
}
