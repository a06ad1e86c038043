// A sheet of the current view as one SVG: slides, PNG files and paper are made from it. The map is
// a second view out of sight, at the sheet's own size, read back path by path; every text goes in
// as a text node.
import { drawSheet } from "../paper/sheet.js";

/** @import { Page } from "./types.js" */

/**
 * Text of the SVG file of the current view, `w` by `h` pixels.
 * @param {Page} page
 * @param {number} w
 * @param {number} h
 * @returns {string}
 */
export function svgText(page, w, h) {
  return new XMLSerializer().serializeToString(
    drawSheet(page, { width: 1280, height: 720, out: [w, h] }),
  );
}

/** @param {Page} page @param {number} w @param {number} h */
export function saveSvg(page, w, h) {
  page.save(
    new Blob([svgText(page, w, h)], { type: "image/svg+xml;charset=utf-8" }),
    w + "x" + h + ".svg",
  );
}

/**
 * A promise of the PNG as a blob.
 * @param {Page} page
 * @param {number} w
 * @param {number} h
 * @returns {Promise<Blob>}
 */
export function renderPng(page, w, h) {
  return new Promise((done, fail) => {
    const image = new Image();
    image.onload = () => {
      try {
        const canvas = document.createElement("canvas");
        canvas.width = w;
        canvas.height = h;
        const context = canvas.getContext("2d");
        if (context) context.drawImage(image, 0, 0, w, h);
        canvas.toBlob((blob) => {
          if (blob) done(blob);
          else fail();
        }, "image/png");
      } catch (error) {
        fail(error);
      }
    };
    image.onerror = fail;
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svgText(page, w, h));
  });
}

/** @param {Page} page @param {number} w @param {number} h @returns {Promise<void>} */
export function savePng(page, w, h) {
  return renderPng(page, w, h)
    .then((blob) => {
      page.save(blob, w + "x" + h + ".png");
    })
    .catch(() => {
      page.notice(page.words("page.picture.failed"));
    });
}
