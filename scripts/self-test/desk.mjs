// A desk's realtime socket (api/events.md): keeps the frames that came, so that none is missed between
// two questions.
const PATIENCE_MS = 10_000;

export class Desk {
  #base;
  #client;
  #socket;
  #frames = [];
  #wanting;

  constructor(base, client) {
    this.#base = base;
    this.#client = client;
  }

  lastSeen = 0;

  /** Opens the socket, resuming after that number if there is one; answers the hello frame. */
  open(after) {
    const url = `${this.#base.replace(/^http/, 'ws')}/api/realtime${after === undefined ? '' : `?after=${after}`}`;
    this.#frames = [];
    this.#socket = new WebSocket(url, {
      headers: { cookie: this.#client.cookies, origin: this.#base },
    });
    this.#socket.onmessage = ({ data }) => this.#take(JSON.parse(data));
    this.#socket.onerror = ({ message, error }) =>
      this.#wanting?.reject(new Error(`the socket failed: ${message || error?.message || 'no reason given'}`));
    return this.next((frame) => frame.type === 'hello');
  }

  /** The next frame of that kind, of those that came already or will come soon. */
  next(wanted) {
    const found = this.#frames.findIndex(wanted);
    if (found >= 0) return Promise.resolve(this.#frames.splice(0, found + 1).at(-1));
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no such frame came')), PATIENCE_MS);
      const done = (settle) => (value) => {
        clearTimeout(late);
        this.#wanting = undefined;
        settle(value);
      };
      this.#wanting = { wanted, resolve: done(resolve), reject: done(reject) };
    });
  }

  close() {
    this.#socket.onerror = null;
    this.#socket.close();
  }

  #take(frame) {
    this.lastSeen = frame.seq;
    this.#frames.push(frame);
    if (this.#wanting?.wanted(frame)) {
      this.#frames = [];
      this.#wanting.resolve(frame);
    }
  }
}
