// As much of a page as the makers of elements ask for, so that pictures and panels are tested
// without one.

/** The classes of an element, kept in its attribute. */
class SmallClasses {
  constructor(element) {
    this._of = element;
  }

  _names() {
    return (this._of.getAttribute("class") || "").split(" ").filter(Boolean);
  }

  contains(name) {
    return this._names().includes(name);
  }

  toggle(name, on = !this.contains(name)) {
    const rest = this._names().filter((other) => other !== name);
    this._of.setAttribute("class", (on ? [...rest, name] : rest).join(" "));
  }

  add(name) {
    this.toggle(name, true);
  }

  remove(name) {
    this.toggle(name, false);
  }
}

/** Rules of a style, by name. */
const smallStyle = () => ({
  setProperty(name, value) {
    this[name] = value;
  },
});

/** Whether an element is of a tag, a class, or has an attribute (with a value). */
function fits(element, selector) {
  if (selector === ":focus") return globalThis.document.activeElement === element;
  const [, tag, name, attribute, value] =
    /^([\w-]+)?(?:\.([\w-]+))?(?:\[([\w-]+)(?:=["'](.*)["'])?\])?$/.exec(selector);
  const said = (key) => (key === "tabindex" ? element.tabIndex : element.getAttribute(key));
  return (
    (!tag || element.tag === tag) &&
    (!name || element.classList.contains(name)) &&
    (!attribute || said(attribute) !== null) &&
    (value === undefined || String(said(attribute)) === value)
  );
}

class SmallElement {
  constructor(tag) {
    this.tag = tag;
    this.attributes = new Map();
    this.children = [];
    this.parentElement = null;
    this.hidden = false;
    this.offsetWidth = 0;
    this.offsetHeight = 0;
    this.style = smallStyle();
    this.classList = new SmallClasses(this);
    this._text = "";
    if (tag === "input") this.value = "";
    this._heard = new Map();
  }

  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  setAttributeNS(_, name, value) {
    this.setAttribute(name, value);
  }

  hasAttribute(name) {
    return this.attributes.has(name);
  }

  removeAttribute(name) {
    this.attributes.delete(name);
  }

  getAttribute(name) {
    return this.attributes.has(name) ? this.attributes.get(name) : null;
  }

  get className() {
    return this.getAttribute("class") || "";
  }

  set className(names) {
    this.setAttribute("class", names);
  }

  is(name) {
    return this.classList.contains(name);
  }

  querySelectorAll(selector) {
    const [first, ...within] = selector.split(" ");
    if (within.length)
      return this.querySelectorAll(first).flatMap((node) =>
        node.querySelectorAll(within.join(" ")),
      );
    return this.children.flatMap((child) => [
      ...(fits(child, selector) ? [child] : []),
      ...child.querySelectorAll(selector),
    ]);
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] || null;
  }

  closest(selector) {
    if (fits(this, selector)) return this;
    return this.parentElement ? this.parentElement.closest(selector) : null;
  }

  getBoundingClientRect() {
    return { left: 0, top: 0, right: 0, bottom: 0 };
  }

  contains(other) {
    return !!other && (other === this || this.contains(other.parentElement));
  }

  get isConnected() {
    return globalThis.document.top.contains(this);
  }

  getRootNode() {
    return globalThis.document;
  }

  /** Whoever says how, says that the page stays where it is. */
  focus(how) {
    if (how && how.preventScroll !== true) throw new Error("a focus that moves the page");
    globalThis.document.activeElement = this;
  }

  get childNodes() {
    return this.children;
  }

  get lastChild() {
    return this.children[this.children.length - 1] || null;
  }

  get parentNode() {
    return this.parentElement;
  }

  get previousSibling() {
    const among = this.parentElement.children;
    return among[among.indexOf(this) - 1] || null;
  }

  get nextSibling() {
    const among = this.parentElement.children;
    return among[among.indexOf(this) + 1] || null;
  }

  insertBefore(node, other) {
    node.remove();
    const at = other ? this.children.indexOf(other) : this.children.length;
    this.children.splice(at, 0, node);
    node.parentElement = this;
    return node;
  }

  appendChild(node) {
    if (node.tag !== "fragment") return this.insertBefore(node, null);
    node.children.slice().forEach((child) => {
      this.insertBefore(child, null);
    });
    return node;
  }

  removeChild(node) {
    node.remove();
    return node;
  }

  remove() {
    if (this.parentElement)
      this.parentElement.children = this.parentElement.children.filter((child) => child !== this);
    this.parentElement = null;
  }

  addEventListener(type, act) {
    this._heard.set(type, [...(this._heard.get(type) || []), act]);
  }

  removeEventListener(type, act) {
    this._heard.set(
      type,
      (this._heard.get(type) || []).filter((other) => other !== act),
    );
  }

  /** What its listeners do, where there are any. */
  hear(type, event) {
    (this._heard.get(type) || []).forEach((act) => {
      act(event);
    });
  }

  get textContent() {
    return this._text + this.children.map((child) => child.textContent).join("");
  }

  set textContent(text) {
    this.children.forEach((child) => {
      child.parentElement = null;
    });
    this.children = [];
    this._text = text;
  }

  /** Every element below of a tag, whose attributes are these. */
  all(tag, attributes = {}) {
    return this.children.flatMap((child) => [
      ...(child.tag === tag &&
      Object.keys(attributes).every((name) => child.getAttribute(name) === attributes[name])
        ? [child]
        : []),
      ...child.all(tag, attributes),
    ]);
  }

  /** The texts of the elements below of a tag. */
  texts(tag, attributes = {}) {
    return this.all(tag, attributes).map((child) => child.textContent);
  }

  /** Some of its attributes as numbers. */
  numbers(...names) {
    return names.map((name) => Number(this.getAttribute(name)));
  }
}

class SmallSvg extends SmallElement {}

class SmallDocument {
  constructor() {
    this.top = new SmallElement("main");
    this.activeElement = null;
    this.addEventListener = this.removeEventListener = () => {};
  }

  querySelector(selector) {
    return this.top.querySelector(selector);
  }

  createElement(tag) {
    return new SmallElement(tag);
  }

  createElementNS(_, tag) {
    return new SmallSvg(tag);
  }

  createDocumentFragment() {
    return new SmallElement("fragment");
  }

  createTextNode(text) {
    return Object.assign(new SmallElement("#text"), { textContent: text });
  }
}

/** A key that is pressed on an element, as the page hears of it; `stopped` says who kept it. */
export function pressed(key, target = {}, more = {}) {
  const event = {
    key,
    target,
    defaultPrevented: false,
    stopped: false,
    composedPath: () => [target],
    preventDefault: () => {
      event.defaultPrevented = true;
    },
    stopPropagation: () => {
      event.stopped = true;
    },
    ...more,
  };
  return event;
}

/** An element in a page of its own. */
export function smallPage() {
  globalThis.Node = SmallElement;
  globalThis.SVGElement = SmallSvg;
  globalThis.Document = SmallDocument;
  globalThis.ShadowRoot = class {};
  globalThis.document = new SmallDocument();
  return globalThis.document.top;
}

/** Words as their key, and what is put in. */
export const words = (key, values) => key + (values ? " " + Object.values(values).join(" ") : "");

/** Whether two lists of numbers are alike to a thousandth. */
export const near = (one, other) =>
  one.length === other.length && one.every((n, i) => Math.abs(n - other[i]) < 1e-3);

const tenths = (n) => String(Math.round(Number(n) * 10) / 10);

/** Words in lines of 80 signs at most, those that go on marked so. */
function lines(words, indent) {
  const found = [indent];
  words.forEach((word) => {
    const last = found.length - 1;
    if (found[last].length + word.length > 80 && found[last].trim())
      found.push(`${indent}| ${word}`);
    else found[last] += found[last] === indent ? word : ` ${word}`;
  });
  return found;
}

/** An element and all below it: its tag, its attributes to a tenth, its text. */
export function written(node, indent = "") {
  const below = node.children.filter((child) => child.tag !== "#text");
  const own = below.length ? "" : node.textContent;
  const attributes = Array.from(
    node.attributes,
    ([name, value]) => `${name}=${String(value).replace(/-?\d+\.\d+/g, tenths)}`,
  );
  const words = [node.tag, ...attributes, ...(own ? [`"${own}"`] : [])].join(" ").split(" ");
  return [...lines(words, indent), ...below.flatMap((child) => written(child, `${indent}  `))];
}
