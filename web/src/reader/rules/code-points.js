// Python counts code points, JavaScript UTF-16 units: the way between them, for one text.

/** Positions of a text, to and fro; where all characters are single units both are the same. */
export class CodePoints {
  /** @param {string} text */
  constructor(text) {
    /** Places of characters of two units, in code points. */
    /** @type {number[]} */
    this._wide = [];
    let at = text.search(/[\ud800-\udbff][\udc00-\udfff]/);
    while (at >= 0 && at < text.length) {
      this._wide.push(at - this._wide.length);
      const next = text.slice(at + 2).search(/[\ud800-\udbff][\udc00-\udfff]/);
      at = next < 0 ? -1 : at + 2 + next;
    }
    this.length = text.length - this._wide.length;
  }

  /**
   * How many of the wide characters stand before a place for which `past` is false.
   * @param {(place: number, index: number) => boolean} past
   */
  _before(past) {
    let low = 0,
      high = this._wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (past(this._wide[middle], middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The unit at which the code point `place` begins.
   * @param {number} place
   */
  unit(place) {
    return place + this._before((wide) => wide < place);
  }

  /**
   * The code point that holds the unit `place`.
   * @param {number} place
   */
  point(place) {
    return place - this._before((wide, index) => wide + index < place);
  }
}
