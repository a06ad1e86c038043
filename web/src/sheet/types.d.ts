// What the modules of the project sheets hand to each other.
import type { Project, View } from "../core/types.js";

/** A piece of a sheet, as the pages take it. */
export interface Block {
  node: HTMLElement;
  /** A heading: never the last of its page. */
  keep?: boolean;
}

/** What stands on every page of a series, and who shows it. */
export interface Stated {
  /** What the atlas is called. */
  title: string;
  /** The filter as a sentence, or empty. */
  under: string;
  /** The day on which the sheet is made. */
  date: string;
}

/** A view of one project at a time, in colours for paper, out of sight. */
export interface PaperView {
  view: View;
  /** The map of a project as SVG; null for one without a place. */
  draw(project: Project): SVGSVGElement | null;
  done(): void;
}

/** Pages that are filled from the top. */
export interface Pages {
  /** Begin a new page for this name, which its following pages repeat. */
  begin(name: string, className?: string): number;
  add(block: Block): void;
  /** How many pages there are. */
  count(): number;
  /** Number the pages, now that there are no more. */
  number(): void;
}
