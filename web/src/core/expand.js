// Puts the projects of an exported file together again; layers/compact.py took them apart.
// Their courses stay as heads and tails until decode.js is asked for them.
(function (K) {
  "use strict";

  /** The payload with its projects as records; as it is where they are already. */
  K.expand = function (payload) {
    const held = payload.projects;
    if (Array.isArray(held)) return payload;
    const projects = [], names = payload.stops, at = K.unpack(names.at);
    let x = 0, y = 0, next = 0;
    const stops = names.zh.map(function (name, i) {
      if (names.en[i] === null) return [name];
      x += at[next++];
      y += at[next++];
      return [name, x, y, names.en[i]];
    });
    for (let i = 0; i < held.n; i++) projects.push({});
    Object.keys(held.columns).forEach(function (key) {
      const values = held.columns[key][0], steps = K.unpack(held.columns[key][1]);
      let at = 0;
      steps.forEach(function (step, i) {
        at += step;
        if (at) projects[i][key] = values[at - 1];
      });
    });
    return Object.assign({}, payload, { projects: projects, stops: stops });
  };
})(window.AtlasKit = window.AtlasKit || {});
