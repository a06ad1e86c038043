// How the explorer comes to a state: by the address that it is opened with, by Back and Forward.

import { defaultState, readAddress, toldInVain, writeAddress } from "../core/address.js";
import { createHistory } from "../core/page/history.js";
import { brought } from "../core/page/steps.js";
import { pickLanguage } from "../core/translator.js";
import { isSomewhere } from "../core/where/areas.js";
import { endMovement } from "../map/movement.js";

/**
 * @import { Explorer } from "./explorer.js"
 * @import { ExplorerOptions, Payload, State, Viewport } from "../core/types.js"
 */

/**
 * The state that the page starts with, and what of its address was not understood.
 * @param {Payload} payload
 * @param {ExplorerOptions} options
 * @returns {{state: State, ignored: string[]}}
 */
export function firstState(payload, options) {
  if (options.state) return { state: options.state, ignored: [] };
  const read = readAddress(payload, location.search, "explorer");
  return { state: Object.assign(defaultState(payload), read.values), ignored: read.ignored };
}

/**
 * What is said above the page when it opens: data that cannot be read, an address in vain.
 * @param {Explorer} ex
 * @returns {string[]}
 */
export function toldFirst(ex) {
  const w = ex.words,
    told = (ex.options.notices || []).map(
      (pair) => w("app.bad_data") + pickLanguage(pair, ex.lang),
    );
  if (ex.ignored.length) told.push(w("app.ignored", { what: toldInVain(ex.ignored) }));
  return told;
}

/**
 * The browser's history of the explorer.
 * @param {Explorer} ex
 */
export function historyOf(ex) {
  return createHistory({
    state: () => ex.state,
    address: (state) => writeAddress(ex.payload, state, location.search),
    there: () => location.search,
    where: () => ex.view.viewport(),
    written: () => ex.downloads.update(ex.left.ids.length),
    arrive: (where) => arrive(ex, where),
  });
}

/**
 * Go where the state says: a place lit up, a card open, the map there.
 * @param {Explorer} ex
 */
export function goThere(ex) {
  const { view, state } = ex,
    { at, project } = state,
    wide = isSomewhere(state);
  if (wide) view.setWhere(state, { fit: !at });
  if (project || view.selected) view.select(project || null, { fit: !at });
  if (at) view.map.setView([at.lat, at.lon], at.zoom, { animate: false });
  else if (!wide && !project) ex.fit();
}

/**
 * Back or forward: the state of another entry, in the language and looks of this one.
 * @param {Explorer} ex
 * @param {Viewport | null} where the map was
 */
function arrive(ex, where) {
  const read = readAddress(ex.payload, location.search, "explorer").values,
    entry = Object.assign(defaultState(ex.payload), { at: where }, read);
  // What still moves would have the last word on where the map is.
  endMovement(ex.view.map);
  Object.assign(ex.state, brought(entry, ex.state));
  ex.apply(false);
  if (!isSomewhere(ex.state)) ex.view.setWhere(ex.state);
  // Another tab has another frame for the map, which moves in it before it is where it was.
  ex.view.map.invalidateSize({ pan: false });
  ex.state.at = entry.at;
  goThere(ex);
}
