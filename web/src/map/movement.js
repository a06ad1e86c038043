// Movements of the map.

/**
 * End a movement that is under way: Leaflet would ignore the next one.
 * @param {L.Map} map
 */
export function endMovement(map) {
  if (map._animatingZoom) map._onZoomTransitionEnd();
  map.stop();
}

/**
 * Whether the map shows `bounds` already as fitting them would.
 * @param {L.Map} map
 * @param {L.LatLngBounds} bounds
 * @param {L.FitBoundsOptions} options
 */
export function isThere(map, bounds, options) {
  const zoom = map.getZoom(),
    goal = map._getBoundsCenterZoom(bounds, options);
  return (
    goal.zoom === zoom &&
    map.project(goal.center, zoom).distanceTo(map.project(map.getCenter(), zoom)) < 1
  );
}
