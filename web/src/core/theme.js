// Colours on the light map and the dark one.

/** @import { Lang, Palette, Style, Theme } from "./types.js" */

/**
 * The colours of the map; an exported file has the light ones only.
 * @param {Style} style
 * @param {Theme} theme
 * @returns {Palette}
 */
export function paletteOf(style, theme) {
  return (theme === "dark" && style.dark) || style.light;
}

/**
 * Give a page's element its class, font, colours and language, for the style sheets.
 * @param {HTMLElement} root
 * @param {Style} style
 * @param {Theme} theme
 * @param {Lang} lang
 */
export function setTheme(root, style, theme, lang) {
  const palette = paletteOf(style, theme);
  root.classList.add("is-" + theme);
  root.lang = lang === "zh" ? "zh-CN" : "en";
  root.style.setProperty("--font", style.font);
  Object.keys(palette).forEach((name) => {
    root.style.setProperty("--" + name.replace(/_/g, "-"), palette[name]);
  });
}

/**
 * The colour of a mode or a change.
 * @param {{colour: string, dark: string}} look
 * @param {Theme} theme
 */
export function colourOf(look, theme) {
  return theme === "dark" ? look.dark : look.colour;
}
