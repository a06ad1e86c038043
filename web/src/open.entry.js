// The first script of an exported file: opens the data while the rest is still being read.
import { openData } from "./core/inflate.js";

window.atlasText = openData(document.getElementById("atlas-payload"));
