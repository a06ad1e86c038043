// Dates known to the year, the month or the day, as places on an axis of years.

const KNOWN = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const MONTHS = 12;

/**
 * Where a date lies: {from, to} in years, from its first moment to the end of its year, month or
 * day (2020-07 is from 2020.5 to 2020.583…). Null for what is no date.
 * @param {string | null | undefined} date
 * @returns {{from: number, to: number} | null}
 */
export function whenOf(date) {
  const found = KNOWN.exec(date || "");
  if (!found) return null;
  const year = Number(found[1]);
  if (!found[2]) return { from: year, to: year + 1 };
  const month = Number(found[2]);
  if (month < 1 || month > MONTHS) return null;
  const start = year + (month - 1) / MONTHS;
  if (!found[3]) return { from: start, to: year + month / MONTHS };
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate(),
    day = Number(found[3]);
  if (day < 1 || day > days) return null;
  return { from: start + (day - 1) / days / MONTHS, to: start + day / days / MONTHS };
}

/**
 * The day of a moment where the reader is, as YYYY-MM-DD.
 * @param {Date} now
 */
export function localDay(now) {
  return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
}

/**
 * The time of a moment where the reader is, as HHMMSS.
 * @param {Date} now
 */
export function localTime(now) {
  return two(now.getHours()) + two(now.getMinutes()) + two(now.getSeconds());
}

/** @param {number} n */
function two(n) {
  return String(n).padStart(2, "0");
}

/**
 * The year of a date; 0 for what is no date.
 * @param {string | null | undefined} date
 */
export function yearOf(date) {
  const when = whenOf(date);
  return when ? Math.floor(when.from) : 0;
}
