// The signs of the buttons that choose a theme.

// A circle half full, a sun, a moon.
export const ICONS = {
  auto: "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 3v14M13 4v12M15.5 6v8",
  light:
    "M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2" +
    "M4 4l1.4 1.4M14.6 14.6L16 16M4 16l1.4-1.4M14.6 5.4L16 4",
  dark: "M16.5 11.8A7 7 0 1 1 8.2 3.5a5.6 5.6 0 0 0 8.3 8.3",
};

export function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  svg
    .appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"))
    .setAttribute("d", path);
  return svg;
}
