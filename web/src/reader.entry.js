// The page Read a plan in Streamlit: what the loader (layers/publish/component.py) calls.
import { mountReader, unmountReader } from "./reader/mount.js";

window.AtlasKit = { streamlit: mountReader, unmount: unmountReader };
