// The page of an exported file; the named functions are for who scripts it from outside.
import { applyFilter } from "./core/filter.js";
import { startPage } from "./export/page.js";
import { renderPng, svgText } from "./export/picture.js";
import { startTalk } from "./export/talk/talk.js";
import { slidePayload } from "./paper/slide-style.js";

window.AtlasKit = {
  filter: applyFilter,
  svgText: svgText,
  png: renderPng,
  present: startTalk,
  slidePayload: slidePayload,
};
startPage(window.atlasText);
