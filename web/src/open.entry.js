// The first script of an exported file: opens the data while the rest is still being read.
import { openData } from "./core/payload/inflate.js";

const block = document.getElementById("atlas-payload");
if (block) window.atlasText = openData(block);
