// How much of the map beyond its frame is drawn.

/** How far beyond its edge a map is drawn at first, in shares of its size; then for dragging. */
export const PADDING = 0.08;
export const BEYOND = 0.5;
