// Movements of the map.

/** End a movement that is under way: Leaflet would ignore the next one. */
export function endMovement(map) {
  if (map._animatingZoom) map._onZoomTransitionEnd();
  map.stop();
}
