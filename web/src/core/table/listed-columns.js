// The columns of the list that are shown as they stand; registry/columns.py says which.
import { pickLanguage } from "../translator.js";

/**
 * @import { Lang, ListedColumn, Project } from "../types.js"
 * @import { Column } from "./data-table.js"
 */

/**
 * @param {ListedColumn[]} listed
 * @param {Lang} lang
 * @returns {Column<Project>[]}
 */
export function listedColumns(listed, lang) {
  return listed.map((column, i) => {
    /** @param {Project} p */
    const cell = (p) => (p.data.listed || [])[i] ?? "";
    return {
      label: pickLanguage(column.label, lang),
      cell: cell,
      sort: cell,
      numeric: Boolean(column.numeric),
    };
  });
}
