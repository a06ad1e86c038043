// Everything that the explorer's pages beside the map are made of.
import { test } from "node:test";
import { samePage } from "../written-page.js";
import { made } from "./small-explorer.js";

const HISTORIES = ["01.0.1..011", "10.1.2..022", "2..2.3..033", ".3...0...0."];

for (const tab of ["matrix", "compare", "charts", "outcomes"])
  test(`the page ${tab}`, () => {
    const its = made({
      search: `?lang=en&mode=all&tab=${tab}`,
      change: (payload) => {
        payload.histories = HISTORIES;
      },
    });
    its.run();
    samePage(its.ex.pages.get(tab), `explorer-${tab}`);
    if (tab === "compare") samePage(its.ex.above, "explorer-compared");
  });

test("the legend over the map, and what stands about it", () => {
  const its = made({ search: "?lang=en&mode=all&view=plan" });
  its.run();
  samePage(its.page.querySelector(".atlas"), "explorer-map");
});
