// An explorer of the small payload, on a map that keeps what is done to it.
import { Explorer } from "../../src/explorer/explorer.js";
import { fullPayload, surroundings } from "../small-window.js";

/** Words that have something put in. */
const WORDS = {
  "app.choice": "{name} {n}",
  "app.regions.more": "{n} more regions",
  "place.choice": "{name} {n}",
  "compare.choice": "{name} {n}",
  "compare.year": "{y}",
  "compare.side": "{name}: {n}",
  "compare.shown": "{n} of {all}, {m} changed",
  "app.mode.left_out": "{n} left out",
  "app.shown": "{n} of {all}",
  "app.filters.show": "filters: {n}",
  "place.more": "{n} more places",
  "app.download": "download {n}",
  "app.download.waiting": "{n} before",
  "app.download.failed": "failed: {why}",
  "app.empty.drop": "drop {what}: {n}",
  "app.ignored": "in vain: {what}",
  "app.language.own": "中文",
  "card.more": "{n} more",
  missing: "{n} missing: {why}",
  ...Object.fromEntries(
    ["none", "ends", "area", "wide", "years", "disputed"].map((key) => [
      `app.data.gap.${key}`,
      `${key} {n}`,
    ]),
  ),
};
/** The words that the page's server has. */
export const WORDS_OF = { zh: WORDS, en: { ...WORDS, "app.language.own": "English" } };

/** The explorer in such a page; `change` is called with the payload before. */
export function made({ search, width, change, ...options } = {}) {
  const its = surroundings({ search, width }),
    { page } = its;
  const payload = fullPayload();
  if (change) change(payload);
  const ex = new Explorer(page, payload, {
    theme: () => "light",
    words: WORDS_OF,
    more: () => Promise.resolve({ places: 3, regions: [] }),
    networks: () => new Promise(() => {}),
    again: () => {},
    ...options,
  });
  const find = (choice) => page.all("button", { "data-choice": choice })[0];
  const press = (choice) => {
    find(choice).hear("click");
  };
  const shown = () => Array.from(ex.view.shown.keys());
  return { ...its, ex, payload, find, press, shown };
}
