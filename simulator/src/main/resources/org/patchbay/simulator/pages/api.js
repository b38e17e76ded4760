// The simulator's own API, and its stream of changes.

/** @throws Error with the server's sentence */
export async function call(method, path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Error('The simulator does not answer. Is it still running?');
  }
  const text = await answer.text();
  if (!answer.ok) throw new Error(sentence(text, answer.status));
  return text ? JSON.parse(text) : null;
}

export const get = (path) => call('GET', path);
export const post = (path, body = {}) => call('POST', path, body);

function sentence(text, status) {
  try {
    return JSON.parse(text).message;
  } catch {
    return `The simulator answered ${status}.`;
  }
}

/**
 * Keeps something up to date: runs `load` now and whenever one of the topics changed, one at a time.
 * Returns a function that runs it at once.
 */
export function follow(topics, load) {
  let busy = false;
  let again = false;
  const refresh = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      await load();
    } catch (problem) {
      console.warn(problem.message); // the bar says that the line is lost; the next change tries again
    }
    busy = false;
    if (again) {
      again = false;
      refresh();
    }
  };
  window.addEventListener('simulator-changed', (event) => {
    if (event.detail.some((topic) => topics.includes(topic))) refresh();
  });
  return refresh;
}

/** Opens the stream; `state` learns whether it is up. EventSource tries again by itself. */
export function openStream(state) {
  const stream = new EventSource('/simulator/changes');
  stream.addEventListener('open', () => state(true));
  stream.addEventListener('error', () => state(false));
  stream.addEventListener('changed', (event) => {
    const { topics } = JSON.parse(event.data);
    window.dispatchEvent(new CustomEvent('simulator-changed', { detail: topics }));
  });
}
