// The page's head, and the list of documents under it.
import { button, el } from "../core/dom.js";
import { pickLanguage } from "../core/translator.js";

/** @import { Lang, Payload, Words } from "../core/types.js" */
/** @import { Session } from "./session.js" */
/** @import { File as Document } from "./types.js" */

/** @type {Lang[]} */
const LANGS = ["zh", "en"];

/**
 * @param {HTMLElement} parent
 * @param {Words} w
 * @param {Payload} payload
 * @param {Session} session
 * @param {Record<Lang, Record<string, string>>} words
 * @param {(lang: Lang) => void} speak
 * @returns {HTMLElement} where tools of the page stand
 */
export function createHead(parent, w, payload, session, words, speak) {
  const head = el("header", "app-head", null, parent);
  const titles = el("div", "app-titles", null, head);
  el("h1", null, w("read.title"), titles);
  el("p", null, w("read.lead"), titles);
  const nav = el("nav", "app-tabs", null, head);
  const back = el("a", "app-tab", "← " + w("read.back"), nav);
  back.href = "?lang=" + session.lang + (session.theme === "auto" ? "" : "&theme=" + session.theme);
  back.target = "_self";
  back.title = payload.words[session.lang].title;
  const side = el("div", "app-side", null, head);
  const box = el("div", "app-either is-lang", null, side);
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", w("read.language"));
  LANGS.forEach((lang) => {
    const b = button(null, words[lang]["read.language.own"], box, () => {
      if (lang !== session.lang) speak(lang);
    });
    b.lang = lang === "zh" ? "zh-CN" : "en";
    b.setAttribute("aria-pressed", String(lang === session.lang));
  });
  return side;
}

/**
 * The list of documents; `update` draws it anew.
 * @param {HTMLElement} parent
 * @param {Words} w
 * @param {Session} session
 * @param {object} does
 * @param {(key: string) => void} does.look
 * @param {(key: string) => void} does.remove
 * @param {(text: string) => void} does.say to whoever does not see the page
 */
export function createFiles(parent, w, session, does) {
  const list = el("ul", "reader-files", null, parent);
  list.setAttribute("aria-label", w("read.files"));
  /** @param {Document} file @param {number} found */
  const state = (file, found) => {
    if (file.state === "read") return w("read.state.read", { n: found });
    return w("read.state." + file.state, { p: Math.round(file.done * 100) });
  };
  /**
   * @param {Document} file
   * @param {number} found
   */
  const item = (file, found) => {
    const refused = file.state === "refused";
    const li = el("li", "reader-file-item is-" + file.state, null, list);
    const open = button("reader-file-name", null, li, () => does.look(file.key));
    el("span", null, file.name, open);
    open.disabled = refused || !file.text;
    if (file.key === session.source) open.setAttribute("aria-current", "true");
    el("span", "reader-file-state", state(file, found), open);
    if (["opening", "finding", "locating"].includes(file.state)) {
      const bar = el("progress", null, null, li);
      bar.setAttribute("aria-label", file.name);
      if (file.state !== "opening") {
        bar.max = 1;
        bar.value = file.done;
      }
    }
    const off = button("reader-remove", "×", li, () => does.remove(file.key));
    off.setAttribute("aria-label", w("read.remove", { name: file.name }));
    if (refused) el("p", "reader-fault", pickLanguage(file.fault, session.lang), li);
    file.notes.forEach((note) => {
      el("p", "reader-note", pickLanguage(note, session.lang), li);
    });
  };
  let drawn = "";
  /** @type {Map<string, string>} */
  const heard = new Map();
  return {
    /** @param {Document[]} files @param {(key: string) => number} count */
    update: (files, count) => {
      const now = JSON.stringify([files.map((f) => [f, count(f.key)]), session.source]);
      if (now === drawn) return;
      drawn = now;
      list.textContent = "";
      list.hidden = !files.length;
      files.forEach((file) => {
        item(file, count(file.key));
        const ended = file.state === "read" || file.state === "refused";
        if (ended && heard.get(file.key) !== file.state)
          does.say(file.name + ": " + state(file, count(file.key)));
        heard.set(file.key, file.state);
      });
    },
  };
}
