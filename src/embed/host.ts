import { guestMessage, sealed, type HostMessage, type State } from './protocol.ts';

/** Attributes that are about the element itself and say nothing about the state of the figure. */
const own = /^(widget|title|height|id|class|style|slot|hidden|name|(data|aria|on).*)$/;

/** The address of this script. A module has no current script; there the stack of a call names it. */
const here =
  (document.currentScript as HTMLScriptElement | null)?.src ||
  /\w+:\/\/[^\s()]+?\/host\.js/.exec(new Error().stack ?? '')![0];

/**
 * `<supernode-embed widget="…" level="…">`: makes the frame, sizes it, passes attributes as parameters, and relays
 * `ready`, `state`, `select`, `error` and `fallback` as events with the message as their detail. An element that is moved
 * in its page keeps the state that the reader gave the figure.
 */
class SupernodeEmbed extends HTMLElement {
  readonly #frame = document.createElement('iframe');
  readonly #watch = new MutationObserver((changes) => this.#changed(changes));

  /** The latest state of the figure, by parameter. */
  state: State = {};

  constructor() {
    super();
    const frame = this.#frame;
    frame.style.cssText = 'display:block;width:100%;border:0';
    // The frame's origin is opaque, so messages are told apart by the window they come from.
    frame.setAttribute(
      'sandbox',
      'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads',
    );
    frame.allow = 'fullscreen *; clipboard-write *';
    frame.loading = 'lazy';
    this.attachShadow({ mode: 'open' }).append(frame);
    this.#watch.observe(this, { attributes: true });
  }

  connectedCallback(): void {
    addEventListener('message', this.#hear);
    this.style.display ||= 'block';
    this.#load();
  }

  /** Moved by `moveBefore`, the frame stays loaded. */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    removeEventListener('message', this.#hear);
    // Put back into a page, a frame begins with the address it has: that of the state before the reader's.
    this.#frame.removeAttribute('src');
  }

  #load(): void {
    const frame = this.#frame;
    const widget = this.getAttribute('widget');
    frame.title = this.title || `Figure: ${widget}`;
    frame.style.height ||= `${parseInt(this.getAttribute('height') ?? '') || 640}px`;
    const address = new URL(`${widget}/`, here);
    for (const [name, value] of Object.entries({ ...this.#asked(), ...this.state }))
      address.searchParams.set(name, value);
    frame.src = address.href;
  }

  /** Changes some parameters of the figure; what cannot be used is shown in it and sent back as `error`. */
  setState(state: State): void {
    this.#say({ type: 'setState', state });
  }

  /** Begins the 3D scene. */
  start(): void {
    this.#say({ type: 'start' });
  }

  #asked(): Record<string, string> {
    return Object.fromEntries(
      [...this.attributes].filter(({ name }) => !own.test(name)).map((a) => [a.name, a.value]),
    );
  }

  #say(message: HostMessage): void {
    this.#frame.contentWindow?.postMessage(sealed(message), '*');
  }

  #changed(changes: MutationRecord[]): void {
    const asked = this.#asked();
    const names = changes
      .map((change) => change.attributeName!)
      .filter((name) => name === 'widget' || !own.test(name));
    if (names.length === 0) return;
    // What belongs to the frame, and what falls back to its default, needs a fresh start; the rest of the state stays.
    const fresh = names.some((name) => /^(widget|chrome|lang|size|start)$/.test(name) || !(name in asked));
    if (fresh || !this.isConnected) {
      const kept = Object.entries(this.state).filter(([name]) => !names.includes(name));
      this.state = names.includes('widget') ? {} : Object.fromEntries(kept);
      if (this.isConnected) this.#load();
      return;
    }
    const { theme, ...state } = Object.fromEntries(names.map((name) => [name, asked[name]!]));
    if (theme !== undefined) this.#say({ type: 'setTheme', theme: theme as 'auto' });
    if (Object.keys(state).length) this.setState(state);
  }

  readonly #hear = (event: MessageEvent): void => {
    if (event.source !== this.#frame.contentWindow) return;
    const message = guestMessage(event.data);
    if (!message) return;
    if ('state' in message) this.state = message.state;
    if (message.type === 'ready') this.#say({ type: 'hello' });
    if (message.type === 'height') {
      this.#frame.style.height = `${Math.ceil(message.height)}px`;
      this.#say({ type: 'hello' });
    } else {
      this.dispatchEvent(new CustomEvent(message.type, { detail: message }));
    }
  };
}

if (!customElements.get('supernode-embed')) customElements.define('supernode-embed', SupernodeEmbed);
