// Which addresses may be followed, and what a source is called.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isFollowable, sourceName } from "../../src/core/sources.js";

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
