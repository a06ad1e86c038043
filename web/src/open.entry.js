// The one script that an exported file holds as plain text: opens the page's code and its data.
// The policy names the code by its hash, so that it runs only as it was written.
import { el } from "./core/dom.js";
import { openData } from "./core/payload/inflate.js";
import { sayDamaged } from "./export/damaged.js";

/** @param {string} name */
const block = (name) => /** @type {HTMLElement} */ (document.getElementById(name));

const code = openData(block("atlas-code"));
window.atlasText = openData(block("atlas-payload"));
code
  .then((text) => {
    el("script", null, text, document.head);
    if (!window.AtlasKit) throw new Error("the code did not run");
  })
  .catch(sayDamaged);
