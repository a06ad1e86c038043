// Opens what layers/publish/export.py deflated: base64, then zlib (RFC 1950), then UTF-8. Engines
// since 2023 do it themselves; for those before, the reader of DEFLATE (RFC 1951) below.

// Lengths and distances: the least of each code and its extra bits (RFC 1951, 3.2.5).
/** @type {number[]} */
const LENGTH = [];
/** @type {number[]} */
const LENGTH_BITS = [];
/** @type {number[]} */
const FAR = [];
/** @type {number[]} */
const FAR_BITS = [];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
for (let i = 0, at = 3; i < 28; i++) {
  LENGTH_BITS[i] = i < 8 ? 0 : (i >> 2) - 1;
  LENGTH[i] = at;
  at += 1 << LENGTH_BITS[i];
}
LENGTH[28] = 258;
LENGTH_BITS[28] = 0;
for (let i = 0, at = 1; i < 30; i++) {
  FAR_BITS[i] = i < 4 ? 0 : (i >> 1) - 1;
  FAR[i] = at;
  at += 1 << FAR_BITS[i];
}

/** @returns {never} */
function broken() {
  throw new Error("the data are damaged");
}

// A table of 2^most places: (symbol << 4 | bits) by the next bits, the first bit lowest (3.2.2).
/** @param {number[]} lengths */
function table(lengths) {
  let most = 1,
    code = 0;
  const count = new Uint16Array(16),
    next = new Uint16Array(17);
  lengths.forEach((n) => {
    count[n] += 1;
    if (n > most) most = n;
  });
  count[0] = 0;
  for (let n = 1; n < 16; n++) {
    code = (code + count[n - 1]) << 1;
    next[n] = code;
  }
  const found = new Uint16Array(1 << most);
  lengths.forEach((n, symbol) => {
    if (!n) return;
    let turned = 0;
    for (let i = 0, c = next[n]++; i < n; i++, c >>= 1) turned = (turned << 1) | (c & 1);
    for (let at = turned; at < found.length; at += 1 << n) found[at] = (symbol << 4) | n;
  });
  return { places: found, mask: found.length - 1 };
}

const fixed = () => {
  /** @type {number[]} */
  const lengths = [];
  for (let i = 0; i < 288; i++) lengths.push(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
  return [table(lengths), table(Array.from({ length: 30 }, () => 5))];
};

/**
 * The `size` bytes that the bytes `from` stand for; throws where they are damaged.
 * @param {Uint8Array} from
 * @param {number} size
 */
export function inflate(from, size) {
  const out = new Uint8Array(size);
  let at = 0,
    to = 0,
    held = 0,
    have = 0,
    last = 0;
  /** @param {number} n */
  const need = (n) => {
    while (have < n) {
      if (at > from.length + 8) broken();
      held |= from[at++] << have;
      have += 8;
    }
  };
  /** @param {number} n */
  const take = (n) => {
    need(n);
    const value = held & ((1 << n) - 1);
    held >>>= n;
    have -= n;
    return value;
  };
  /** @param {ReturnType<typeof table>} code */
  const symbol = (code) => {
    need(15);
    const found = code.places[held & code.mask];
    if (!found) broken();
    held >>>= found & 15;
    have -= found & 15;
    return found >> 4;
  };
  const described = () => {
    const n = take(5) + 257,
      far = take(5) + 1,
      codes = take(4) + 4,
      small = ORDER.map(() => 0);
    /** @type {number[]} */
    const all = [];
    for (let i = 0; i < codes; i++) small[ORDER[i]] = take(3);
    const code = table(small);
    while (all.length < n + far) {
      const s = symbol(code),
        before = all[all.length - 1] || 0;
      let times = s < 16 ? 1 : s === 16 ? 3 + take(2) : s === 17 ? 3 + take(3) : 11 + take(7);
      while (times--) all.push(s < 16 ? s : s === 16 ? before : 0);
    }
    return [table(all.slice(0, n)), table(all.slice(n, n + far))];
  };
  while (!last) {
    last = take(1);
    const kind = take(2);
    if (kind === 0) {
      // Stored: from the next whole byte on; bytes that were read ahead are given back.
      take(have & 7);
      at -= have >> 3;
      held = have = 0;
      const n = take(16);
      if ((take(16) ^ n) !== 0xffff || to + n > size || at + n > from.length) broken();
      out.set(from.subarray(at, at + n), to);
      at += n;
      to += n;
      continue;
    }
    if (kind === 3) broken();
    const codes = kind === 1 ? fixed() : described();
    for (;;) {
      let s = symbol(codes[0]);
      if (s < 256) {
        // One too many is left out, and found at the end.
        out[to++] = s;
        continue;
      }
      if (s === 256) break;
      if ((s -= 257) > 28) broken();
      const n = LENGTH[s] + take(LENGTH_BITS[s]),
        f = symbol(codes[1]);
      if (f > 29) broken();
      const far = FAR[f] + take(FAR_BITS[f]);
      if (far > to || to + n > size) broken();
      for (const end = to + n; to < end; to++) out[to] = out[to - far];
    }
  }
  if (to !== size || at - (have >> 3) > from.length) broken();
  return out;
}

// Adler-32 (RFC 1950, 9).
/** @param {Uint8Array} bytes */
function sum(bytes) {
  let a = 1,
    b = 0;
  for (let i = 0; i < bytes.length; ) {
    for (const end = Math.min(bytes.length, i + 3000); i < end; i++) b += a += bytes[i];
    a %= 65521;
    b %= 65521;
  }
  return b * 65536 + a;
}

/**
 * Bytes written in base64; throws where it is none. Engines since 2025 read it by themselves.
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytesOf(text) {
  const engine = /** @type {{ fromBase64?(text: string): Uint8Array<ArrayBuffer> }} */ (
    /** @type {unknown} */ (Uint8Array)
  );
  if (engine.fromBase64) return engine.fromBase64(text);
  const read = window.atob(text),
    found = new Uint8Array(read.length);
  for (let i = 0; i < read.length; i++) found[i] = read.charCodeAt(i);
  return found;
}

/**
 * The bytes, `size` of them, in a zlib stream without a dictionary; throws where it is damaged.
 * @param {Uint8Array} bytes
 * @param {number} size
 */
export function unzip(bytes, size) {
  const end = bytes.length - 4;
  if (end < 2 || (bytes[0] & 15) !== 8 || (bytes[0] * 256 + bytes[1]) % 31 || bytes[1] & 32)
    broken();
  const found = inflate(bytes.subarray(2, end), size);
  if (
    sum(found) !==
    ((bytes[end] << 24) | (bytes[end + 1] << 16) | (bytes[end + 2] << 8) | bytes[end + 3]) >>> 0
  )
    broken();
  return found;
}

/**
 * A promise of the text of a data block: opened where the block says its `data-size`.
 * @param {Element} block
 * @returns {Promise<string>}
 */
export function openData(block) {
  const size = Number(block.getAttribute("data-size")),
    text = block.textContent || "";
  return new Promise((done) => {
    if (!size) {
      done(text);
      return;
    }
    const bytes = bytesOf(text.trim());
    if (!window.DecompressionStream) {
      done(new TextDecoder("utf-8", { fatal: true }).decode(unzip(bytes, size)));
      return;
    }
    const stream = new DecompressionStream("deflate"),
      writer = stream.writable.getWriter(),
      ignore = () => {};
    writer.write(bytes).catch(ignore);
    writer.close().catch(ignore);
    done(new Response(stream.readable).text());
  });
}
