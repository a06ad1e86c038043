// What the view reads or keeps of Leaflet beyond its published types. Leaflet is pinned
// (requirements.txt), so that its own names, which begin with an underscore, stay as they are here.
import type * as Leaflet from "leaflet";

declare module "leaflet" {
  interface MapOptions {
    /** Pixels of a canvas for one of the page, where that is not the screen's own. */
    fine?: number;
  }
  interface Map {
    /** True until the view is told to draw. */
    held?: boolean;
    _animatingZoom?: boolean;
    _panAnim?: Leaflet.PosAnimation;
    _onZoomTransitionEnd(): void;
    _rawPanBy(by: Leaflet.Point): void;
    _animateZoom(...args: unknown[]): void;
    _getBoundsCenterZoom(
      bounds: Leaflet.LatLngBounds,
      options: Leaflet.FitBoundsOptions,
    ): { center: Leaflet.LatLng; zoom: number };
  }
  interface Layer {
    /** The map it stands on. */
    _mapToAdd?: Leaflet.Map;
  }
  interface Renderer {
    _bounds: Leaflet.Bounds;
    _update(): void;
    _initPath(layer: Leaflet.Path): void;
    _addPath(layer: Leaflet.Path): void;
    _updateStyle(layer: Leaflet.Path): void;
  }
  interface Path {
    _path: SVGElement;
    _renderer: Leaflet.Renderer;
    _project(): void;
    _update(): void;
    _reset(): void;
  }
}
