// Sends what is dropped and pasted, and sends it again until the server has it. Files go to
// Streamlit's own uploader, which stands in the page unseen.
import { labelled, Outbox } from "./rules/outbox.js";

/** @import { Sending } from "./rules/outbox.js" */

const LOOK = 250,
  UPLOADER = ".st-key-dropped";

/** @typedef {File[] | string} Content files dropped at once, or a text */

/** The uploader's input, where it takes files now: not while its code or the connection is away. */
function uploader() {
  const input = /** @type {HTMLInputElement | null} */ (
    document.querySelector(UPLOADER + " input[type=file]")
  );
  return input && !input.disabled && !input.closest('[aria-disabled="true"]') ? input : null;
}

/** Whether a file is on its way to the server. */
const uploading = () =>
  document.querySelector(UPLOADER + ' [data-testid="stFileChipIconSpinner"]') !== null;

export class Outgoing {
  /**
   * @param {object} does
   * @param {(told: string) => void} does.paste hands the server a text
   * @param {() => void} does.stands says that `state` may be another one
   */
  constructor(does) {
    this.does = does;
    /** @type {Outbox<Content>} */
    this.box = new Outbox(Date.now().toString(36) + Math.random().toString(36).slice(2, 8));
    this._timer = 0;
  }

  get state() {
    return this.box.state;
  }

  /** @param {Content} content */
  put(content) {
    this.box.put(content);
    if (!this._timer) this._timer = window.setInterval(() => this._look(), LOOK);
    this._look();
  }

  /** @param {string[]} ids what the server has */
  heard(ids) {
    this.box.taken(ids);
    if (!this.box.waiting.length) this.destroy();
    this.does.stands();
  }

  _look() {
    const now = Date.now();
    if (uploading()) this.box.moves(now);
    this.box.due(now).forEach((sending) => {
      if (this._send(sending)) this.box.sent(sending, now);
    });
    this.does.stands();
  }

  /** @param {Sending<Content>} sending @returns {boolean} whether it could be sent */
  _send(sending) {
    const { id, content } = sending;
    if (typeof content === "string") {
      this.does.paste(JSON.stringify({ id: id, text: content }));
      return true;
    }
    const input = uploader();
    if (!input) return false;
    const transfer = new DataTransfer();
    content.forEach((file, i) => {
      const name = labelled(id, i, content.length, file.name);
      transfer.items.add(new File([file], name, { type: file.type }));
    });
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }

  destroy() {
    clearInterval(this._timer);
    this._timer = 0;
  }
}
