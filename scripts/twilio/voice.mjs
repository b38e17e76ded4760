// How the command speaks: results to standard output, complaints to standard error, secrets to nobody.

export class Voice {
  #out;
  #err;
  #secrets = [];
  #unfinished = false;

  constructor(out, err) {
    this.#out = out;
    this.#err = err;
  }

  /** From now on this text is blacked out, wherever it would be said. */
  hush(secret) {
    if (secret) this.#secrets.push(secret);
  }

  say(...lines) {
    for (const line of lines) this.#write(this.#out, `${line}\n`);
  }

  complain(...lines) {
    for (const line of lines) this.#write(this.#err, `${line}\n`);
  }

  /** A line that the next one replaces on a terminal; elsewhere an ordinary line. */
  sayForNow(line) {
    if (!this.#out.isTTY) return this.say(line);
    this.#write(this.#out, line);
    this.#unfinished = true;
  }

  /** Asks, and leaves the cursor there. */
  prompt(text) {
    this.#err.write(text);
  }

  /** Where questions are asked: results may be piped elsewhere. */
  get terminal() {
    return this.#err;
  }

  #write(stream, text) {
    const said = this.#secrets.reduce((rest, secret) => rest.replaceAll(secret, '•••'), text);
    const eraseLine = this.#unfinished ? '\r\u001b[K' : '';
    this.#unfinished = false;
    stream.write(printable(eraseLine, said));
  }
}

/** Names come from other people: what they hold must not steer the terminal. */
function printable(eraseLine, text) {
  // eslint-disable-next-line no-control-regex
  return eraseLine + text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '?');
}
