// Calls ./run twilio as somebody at a terminal would, without the terminal.
import { EventEmitter } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { run } from '../command-line.mjs';
import { KEY } from './fake-api.mjs';

/** @returns the exit code, and what was said: all of it, and apart */
export async function call(api, line, { environment = {}, input = nobody(), tty = false } = {}) {
  const [out, err] = [listener(tty), listener(tty)];
  const exitCode = await run({
    args: line.match(/"[^"]*"|\S+/g).map((word) => word.replaceAll('"', '')),
    environment: { PATCHBAY_URL: api.url, PATCHBAY_API_KEY: KEY, PATCHBAY_DATA_DIR: '/nowhere', ...environment },
    input,
    out,
    err,
    wait: async () => {},
  });
  return { exitCode, out: out.text, err: err.text, said: out.text + err.text };
}

export const piped = (text) => Readable.from([text]);

/** Standard input that is no terminal and at its end. */
const nobody = () => Readable.from([]);

/** A terminal at which these keys are pressed. */
export function keyboard(...keys) {
  const input = new EventEmitter();
  const modes = [];
  return Object.assign(input, {
    isTTY: true,
    modes,
    setRawMode: (raw) => modes.push(raw),
    pause: () => {},
    resume: () => keys.forEach((key) => queueMicrotask(() => input.emit('data', key))),
  });
}

/** A terminal at which these lines are typed. */
export const typist = (text) => Object.assign(piped(text), { isTTY: true });

function listener(isTTY) {
  const heard = new Writable({
    write(text, _, done) {
      heard.text += text;
      done();
    },
  });
  return Object.assign(heard, { isTTY, text: '' });
}
