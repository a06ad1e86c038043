// Puts the projects of an exported file together again; layers/compact.py took them apart.
// Their courses stay as heads and tails until decode.js is asked for them.
import { unpack } from "./packing.js";

/** The payload with its projects as records; as it is where they are already. */
export function expand(payload) {
  const held = payload.projects;
  if (Array.isArray(held)) return payload;
  const projects = [],
    names = payload.stops,
    at = unpack(names.at);
  let x = 0,
    y = 0,
    next = 0;
  const stops = names.zh.map((name, i) => {
    if (names.en[i] === null) return [name];
    x += at[next++];
    y += at[next++];
    return [name, x, y, names.en[i]];
  });
  for (let i = 0; i < held.n; i++) projects.push({});
  Object.keys(held.columns).forEach((key) => {
    const values = held.columns[key][0],
      steps = unpack(held.columns[key][1]);
    let at = 0;
    steps.forEach((step, i) => {
      at += step;
      if (at) projects[i][key] = values[at - 1];
    });
  });
  return Object.assign({}, payload, { projects: projects, stops: stops });
}
