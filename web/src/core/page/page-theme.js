// Light or dark: what the page's ground says, and what a reader chose for the whole page.

/** @import { Theme } from "../types.js" */

/**
 * The page's own theme, by how light its ground is.
 * @param {Element} element
 * @returns {Theme}
 */
export function pageTheme(element) {
  const ground = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const hex = /^#([0-9a-f]{6})/i.exec(ground),
    rgb = /(\d+)\D+(\d+)\D+(\d+)/.exec(ground);
  const parts = hex
    ? [0, 2, 4].map((i) => parseInt(hex[1].slice(i, i + 2), 16))
    : rgb
      ? rgb.slice(1).map(Number)
      : null;
  if (!parts) return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return (parts[0] * 299 + parts[1] * 587 + parts[2] * 114) / 1000 < 128 ? "dark" : "light";
}

/**
 * A theme goes for the whole page, the server's widgets too (host.css); null follows the system.
 * @param {"auto" | Theme | null} theme
 */
export function setPageTheme(theme) {
  const page = document.documentElement;
  if (!theme || theme === "auto") page.removeAttribute("data-atlas-theme");
  else page.setAttribute("data-atlas-theme", theme);
}
