// Two maps that show the same place.

/**
 * Each of two maps goes where the other goes; returns what parts them.
 * @param {L.Map} one
 * @param {L.Map} other
 * @returns {() => void}
 */
export function follow(one, other) {
  // Which of the two leads: what the other tells meanwhile is the echo.
  /** @type {L.Map | null} */
  let leads = null;
  /** @param {L.Map} a @param {() => void} move */
  const led = (a, move) => {
    if (leads && leads !== a) return;
    leads = a;
    try {
      move();
    } finally {
      leads = null;
    }
  };

  /** @param {L.Map} a @param {L.Map} b */
  function lead(a, b) {
    /** Straight to a place: drawn anew only where the zoom is another. */
    const moved = () => {
      led(a, () => {
        if (a.getZoom() !== b.getZoom()) {
          b.setView(a.getCenter(), a.getZoom(), { animate: false });
          return;
        }
        const by = b
          .latLngToContainerPoint(a.getCenter())
          .subtract(b.getSize().divideBy(2))
          .round();
        if (!by.x && !by.y) return;
        b._rawPanBy(by);
        b.fire("move");
      });
    };
    const rested = () => {
      led(a, () => {
        b.fire("moveend");
      });
    };
    /** A flight to another zoom: the other is there when it begins. @param {any} flight */
    const zooms = (flight) => {
      if (flight.noUpdate) return;
      led(a, () => {
        b.setView(flight.center, flight.zoom, { animate: false });
      });
    };
    a.on("move", moved);
    a.on("moveend", rested);
    a.on("zoomanim", zooms);
    return () => {
      a.off("move", moved);
      a.off("moveend", rested);
      a.off("zoomanim", zooms);
    };
  }

  const ends = [lead(one, other), lead(other, one)];
  return () => {
    ends.forEach((end) => {
      end();
    });
  };
}
