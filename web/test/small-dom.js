// As much of a page as the makers of elements ask for, so that pictures are tested without one.

class SmallElement {
  constructor(tag) {
    this.tag = tag;
    this.attributes = new Map();
    this.children = [];
    this.style = {};
    this._text = "";
    this._heard = new Map();
    this._classes = new Set();
  }

  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  removeAttribute(name) {
    this.attributes.delete(name);
  }

  /** Nothing is in focus. */
  querySelector() {
    return null;
  }

  get classList() {
    return { toggle: (name, on) => this._classes[on ? "add" : "delete"](name) };
  }

  is(name) {
    return this._classes.has(name);
  }

  getAttribute(name) {
    return this.attributes.has(name) ? this.attributes.get(name) : null;
  }

  appendChild(node) {
    this.children.push(...(node.tag === "fragment" ? node.children : [node]));
    return node;
  }

  addEventListener(type, act) {
    this._heard.set(type, act);
  }

  /** What a listener does, where there is one. */
  hear(type, event) {
    this._heard.get(type)(event);
  }

  remove() {}

  get textContent() {
    return this._text + this.children.map((child) => child.textContent).join("");
  }

  set textContent(text) {
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

  /** Some of its attributes as numbers. */
  numbers(...names) {
    return names.map((name) => Number(this.getAttribute(name)));
  }
}

/** An element in a page of its own. */
export function smallPage() {
  const made = (tag) => new SmallElement(tag);
  globalThis.Node = SmallElement;
  globalThis.document = {
    createElement: made,
    createElementNS: (_, tag) => made(tag),
    createDocumentFragment: () => made("fragment"),
    createTextNode: (text) => Object.assign(made("#text"), { textContent: text }),
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  return made("main");
}

/** Words as their key, and what is put in. */
export const words = (key, values) => key + (values ? " " + Object.values(values).join(" ") : "");

/** Whether two lists of numbers are alike to a thousandth. */
export const near = (one, other) =>
  one.length === other.length && one.every((n, i) => Math.abs(n - other[i]) < 1e-3);
