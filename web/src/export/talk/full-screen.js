// Full screen, as far as the engine and the frame around the page allow it.

export const FULL = ["fullscreenchange", "webkitfullscreenchange"];

/** @param {Element} node */
export function enter(node) {
  const ask = node.requestFullscreen || node.webkitRequestFullscreen || node.msRequestFullscreen;
  // A frame may forbid it; the talk then fills the frame.
  try {
    const asked = ask && ask.call(node);
    if (asked && asked.catch) asked.catch(() => {});
  } catch (_) {
    /* stays in the window */
  }
}

/** @returns {Element | null} */
export function isFull() {
  return document.fullscreenElement || document.webkitFullscreenElement || null;
}

export function leaveFull() {
  const ask = document.exitFullscreen || document.webkitExitFullscreen;
  if (isFull() && ask) ask.call(document);
}
