// The page of an exported file; the named functions are for who scripts it from outside.
import { applyFilter } from "./core/filter.js";
import { startPage } from "./export/page.js";
import { renderPng, svgText } from "./export/picture.js";
import { slidePayload } from "./sheet/slide-style.js";
import { startTalk } from "./export/talk/talk.js";

window.AtlasKit = {
  filter: applyFilter,
  svgText: svgText,
  png: renderPng,
  present: startTalk,
  slidePayload: slidePayload,
};
startPage(window.atlasText);
