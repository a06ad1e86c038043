// Kilometres as a reader is told them: one way to add and to round, so that no part reads as more
// than its whole.

const TENTHS = 10;

/**
 * The sum of lengths that come in tenths.
 * @param {number[]} lengths
 */
export function sumKm(lengths) {
  return lengths.reduce((sum, km) => sum + Math.round(km * TENTHS), 0) / TENTHS;
}

/**
 * As fine as it is read: a tenth below ten kilometres, whole ones from there.
 * @param {number} km
 */
export function roundKm(km) {
  return km < 10 ? Math.round(km * TENTHS) / TENTHS : Math.round(km);
}
