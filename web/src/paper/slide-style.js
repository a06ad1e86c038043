// Colours for walls and paper.
import { mixColours } from "../map/symbol-paths.js";

/** @import { Payload } from "../core/types.js" */

/** @param {string} hex @returns {number} */
function luminance(hex) {
  const part = [1, 3, 5].map((i) => {
    const v = parseInt(hex.slice(i, i + 2), 16) / 255;
    return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
}

/**
 * A payload for walls and paper: colours darkened to 5:1 on white, the ground white.
 * @param {Payload} payload
 * @returns {Payload}
 */
export function slidePayload(payload) {
  /** @param {string} hex @param {number} least @returns {string} */
  const dark = (hex, least) => {
    let found = hex;
    for (let i = 1; i < 40 && 1.05 / (luminance(found) + 0.05) < least; i++)
      found = mixColours(hex, "#000000", 1 - i / 40);
    return found;
  };
  /** @type {Payload["style"]["modes"]} */
  const modes = {};
  Object.keys(payload.style.modes).forEach((k) => {
    const m = payload.style.modes[k];
    modes[k] = Object.assign({}, m, { colour: dark(m.colour, 5), width: m.width * 1.15 });
  });
  const light = Object.assign({}, payload.style.light, {
    land: "#ffffff",
    halo: "#ffffff",
    panel: "#ffffff",
    neighbour: "#e9e7e1",
    text: "#14181b",
    muted: "#454c52",
    county_line: "#cbc7bd",
    prefecture_line: "#99958b",
    province_line: "#5d5a54",
    river: "#8bbcd8",
    river_text: "#235c7d",
    region_fill: "#f1e4b4",
    region_line: "#1d242a",
  });
  return Object.assign({}, payload, {
    style: Object.assign({}, payload.style, { modes: modes, light: light, dimmed: 0.16 }),
  });
}
