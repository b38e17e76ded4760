// Gets a secret from whoever is at the terminal, or from what is piped in; never from the command line.
import { Failure, Usage } from './failures.mjs';

const ENTER = ['\r', '\n'];
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const BACKSPACE = ['\u007f', '\b'];
/** More than that is a file that was piped in by mistake. */
const LONGEST = 200;

const NO_TOKEN = 'That is no Auth Token: it has 32 characters in one line.';

export function needSourceOfToken(input, fromStdin) {
  if (!fromStdin && !input.isTTY)
    throw new Usage('There is no terminal to ask for the token: send it with --token-stdin.');
}

/** @param fromStdin whether it is piped in, where nobody is asked */
export async function tokenFrom(input, voice, fromStdin) {
  const token = (fromStdin ? await piped(input) : await typed(input, voice)).trim();
  if (token === '') throw new Usage('There was no token.');
  if (token.length > LONGEST || /\s/.test(token)) throw new Usage(NO_TOKEN);
  return token;
}

async function piped(input) {
  let text = '';
  for await (const chunk of input) {
    text += chunk;
    if (text.length > LONGEST * 2) throw new Usage(NO_TOKEN);
  }
  return text;
}

/** Reads keys one by one, so that the terminal shows none of them. */
async function typed(input, voice) {
  input.setRawMode(true);
  voice.prompt('Auth Token (is not shown): ');
  input.setEncoding?.('utf8');
  try {
    return await line(input);
  } finally {
    input.setRawMode(false);
    input.pause();
    voice.prompt('\n');
  }
}

function line(input) {
  return new Promise((resolve, reject) => {
    let text = '';
    const done = (settle, value) => {
      input.off('data', take);
      settle(value);
    };
    const take = (keys) => {
      for (const key of String(keys)) {
        if (ENTER.includes(key)) return done(resolve, text);
        if (key === CTRL_C || key === CTRL_D) return done(reject, new Failure('Nothing was done.'));
        text = BACKSPACE.includes(key) ? text.slice(0, -1) : text + key;
      }
    };
    input.on('data', take);
    input.resume();
  });
}
