// The explorer in Streamlit: what its loader (layers/component.py) calls.
import { mountExplorer, unmountExplorer } from "./explorer/mount.js";

window.AtlasKit = { streamlit: mountExplorer, unmount: unmountExplorer };
