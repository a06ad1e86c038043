// The Leaflet map beneath the view.

/**
 * A map in `box`, or the given one, with the view's steps of zoom and a pane for names.
 * @param {HTMLElement} box
 * @param {L.Map} [given]
 * @returns {L.Map}
 */
export function createMap(box, given) {
  const map = given || L.map(box, { zoomControl: false, attributionControl: false });
  Object.assign(map.options, {
    zoomSnap: 0.25,
    zoomDelta: 0.75,
    wheelPxPerZoomLevel: 110,
    maxBoundsViscosity: 0.6,
  });
  map.setMinZoom(5).setMaxZoom(13);
  const names = map.createPane("names");
  names.style.zIndex = "460";
  names.style.pointerEvents = "none";
  return map;
}
