// The button that copies the page's address.

/** Copies the address and says so on `button` for a while. */
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
