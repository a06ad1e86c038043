// Which addresses may be followed, and what a source is called.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isFollowable, sourceLink, sourceName } from "../../src/core/sources.js";
import { smallPage } from "../small-dom.js";

test("http and https are followed, and nothing else", () => {
  for (const url of [
    "http://cq.xinhuanet.com/20240929/c.html",
    "https://a.cn",
    "HTTPS://a.cn/x?y=1#z",
    "https://a.cn/路",
  ])
    assert.ok(isFollowable(url), url);
  for (const url of [
    "",
    "a.cn",
    "//a.cn/x",
    "/x",
    "ftp://a.cn",
    "javascript:alert(1)",
    "javascript://a.cn/%0aalert(1)",
    "JAVASCRIPT:alert(1)",
    " https://a.cn",
    "\thttps://a.cn",
    "data:text/html,x",
    "file:///etc/passwd",
    "https://",
    "https:///",
    "http:a.cn",
    "https://[",
  ])
    assert.ok(!isFollowable(url), url);
});

test("a source is called by publisher, title and date, as far as they are known", () => {
  const source = { publisher: "某报", title: "", url: "https://a.cn", published: "" };
  assert.equal(sourceName(source), "某报");
  assert.equal(sourceName({ ...source, published: "2024-05" }), "某报 2024-05");
  assert.equal(sourceName({ ...source, title: "通车", published: "2024" }), "某报 《通车》 2024");
});

test("a link leads out where it may be followed; else it is text; both say the source", () => {
  const page = smallPage(),
    source = { publisher: "某报", title: "", url: "https://a.cn", published: "2024" };
  const link = sourceLink(source, "[1]", page),
    plain = sourceLink({ ...source, url: "javascript:x" }, "[2]", page);
  const said = ["tag", "className", "textContent", "title", "href", "target", "rel"];
  assert.deepEqual(
    [link, plain].map((node) => said.map((name) => node[name])),
    [
      ["a", "atlas-cite", "[1]", "某报 2024", "https://a.cn", "_blank", "noopener"],
      ["span", "atlas-cite", "[2]", "某报 2024", undefined, undefined, undefined],
    ],
  );
  assert.deepEqual(page.children, [link, plain]);
});
