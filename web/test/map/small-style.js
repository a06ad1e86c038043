// A style whose sizes are easy to reckon with, for the tests of what is drawn by it.

const status = (scale, more) => ({ dash: [], cap: "round", scale, fill: 1, ...more });

/** How a change looks: as a line in service but for `more`. */
const change = (colour, dark, sign, more) => ({
  ...status(1, { sign, faint: false, marked: true, ...more }),
  colour,
  dark,
});

/** Two modes, four statuses, a change of each sort. */
export const smallStyle = () => ({
  font: "F",
  casing: 1.5,
  dimmed: 0.2,
  faint: 0.5,
  band: 0.15,
  light: {
    panel: "#ffffff",
    halo: "#fefefe",
    muted: "#777777",
    land: "#eeeeee",
    beyond_line: "#b0b0b0",
    region_fill: "#c0c0c0",
    region_line: "#c1c1c1",
    county_line: "#d0d0d0",
    prefecture_line: "#d1d1d1",
    province_line: "#d2d2d2",
    river: "#0000dd",
    line: "#e0e0e0",
    accent: "#ee0000",
    warn: "#dd0000",
    text: "#111111",
  },
  dark: { panel: "#000000", halo: "#010101", muted: "#888888" },
  modes: {
    rail: { colour: "#ff0000", dark: "#ff8888", width: 2, symbol: "circle" },
    highway: { colour: "#00ff00", dark: "#88ff88", width: 4, symbol: "square" },
    port: { colour: "#0000ff", dark: "#8888ff", width: 3, symbol: "circle" },
  },
  statuses: {
    research: status(0.5, { dash: [1, 2], fill: 0, faint: true }),
    construction: status(1.5, { core: true, fill: 0.5 }),
    operation: status(1),
    unspecified: status(1, { cap: "butt" }),
  },
  currents: {
    planned: status(0.5, { dash: [2, 2], faint: true }),
    construction: status(1, { sign: "▶", marked: true }),
    open: status(2),
    unknown: status(1, { sign: "?" }),
  },
  years: { construction: status(1), open: status(1), promised: status(1) },
  changes: {
    new: change("#00aa00", "#00bb00", "+", { scale: 2, core: true }),
    forward: change("#0000aa", "#0000bb", "↑", {}),
    back: change("#aa0000", "#bb0000", "↓", { dash: [1, 2], fill: 0 }),
    dropped: change("#aaaaaa", "#bbbbbb", "−", { faint: true }),
  },
});
