import createClient, { type Middleware } from 'openapi-fetch';
import { currentWorkspace } from '../session/currentWorkspace';
import { fetchWithCsrf, withCsrfToken } from './csrf';
import { ProblemError, UnreachableError } from './problem';
import { reachability } from './reachability';
import type { paths } from './schema';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What is read and not answered by then, is not answered: a browser waits for minutes on a line that is silent. */
const PATIENCE_MS = 20_000;

/** Routes of the person, whichever workspace the tab shows. */
const OF_THE_PERSON =
  /^\/api\/(instance|sign-up|sessions?|profile|workspaces|password-resets)(\/|$)/;

type SignedOutListener = () => void;
let signedOut: SignedOutListener = () => {};

/** Registers what happens when the server says, in answer to any request, that nobody is signed in. */
export function onSignedOut(listener: SignedOutListener): void {
  signedOut = listener;
}

const patchbay: Middleware = {
  onRequest({ request, schemaPath }) {
    const workspace = currentWorkspace.get();
    if (workspace && !OF_THE_PERSON.test(schemaPath))
      request.headers.set('Patchbay-Workspace', workspace);
    if (!READING.has(request.method)) {
      withCsrfToken(request);
    }
    return request;
  },
  onResponse() {
    reachability.report(true);
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    reachability.report(false);
    return new UnreachableError('The server does not answer', { cause: error });
  },
};

/** Whether what was to be changed has been, nobody knows who gives up waiting: only reads are given up. */
function fetchInTime(request: Request): Promise<Response> {
  if (!READING.has(request.method)) return fetchWithCsrf(request);
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MS)]);
  return fetchWithCsrf(new Request(request, { signal }));
}

/** The contract of api/openapi.yaml as typed calls; answers are unpacked by {@link answer}. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  credentials: 'same-origin',
  fetch: fetchInTime,
});
api.use(patchbay);

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** 401s that answer what somebody typed; every other 401 means that the session has ended. */
const ABOUT_CREDENTIALS = new Set(['sign-in-refused', 'link-expired']);

/**
 * The body of a successful answer.
 *
 * @throws ProblemError when the server refused
 * @throws UnreachableError when no answer came
 */
export async function answer<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await outcome;
  if (response.ok) return data as T;
  const problem = ProblemError.of(response, error);
  if (problem.status === 401 && !ABOUT_CREDENTIALS.has(problem.slug)) signedOut();
  throw problem;
}
