import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { worthRetrying } from '../app/queryClient';
import { currentWorkspace } from '../session/currentWorkspace';
import { fakeFetch, problem } from '../test/fakeFetch';
import { answer, api, onSignedOut } from './client';
import { csrfToken } from './csrf';
import { allPages } from './pages';
import { ProblemError, UnreachableError } from './problem';
import { reachability } from './reachability';

const signedOut = vi.fn();

beforeEach(() => {
  signedOut.mockClear();
  onSignedOut(signedOut);
  currentWorkspace.settle(['w1', 'w2']);
});

afterEach(() => {
  vi.unstubAllGlobals();
  // biome-ignore lint/suspicious/noDocumentCookie: the test is about this cookie
  document.cookie = 'XSRF-TOKEN=; max-age=0';
});

describe('a request', () => {
  test('that changes something carries the CSRF token; one that reads does not', async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the test is about this cookie
    document.cookie = 'XSRF-TOKEN=a%2Fb';
    const calls = fakeFetch(
      { status: 204 },
      { status: 200, body: { items: [], nextCursor: null } },
    );
    await answer(api.DELETE('/api/session'));
    await answer(api.GET('/api/members'));
    expect(calls.map(({ headers }) => headers.get('X-XSRF-TOKEN'))).toEqual(['a/b', null]);
  });

  test('about a workspace names the one this tab shows; one about the person does not', async () => {
    const calls = fakeFetch({ status: 200, body: {} }, { status: 200, body: { items: [] } });
    currentWorkspace.choose('w2');
    await answer(api.GET('/api/workspace'));
    await answer(api.GET('/api/sessions'));
    expect(calls.map(({ headers }) => headers.get('Patchbay-Workspace'))).toEqual(['w2', null]);
  });
});

describe('a line that swallows everything', () => {
  /** Nobody answers, until whoever asked gives up. */
  const silence = (request: Request) =>
    new Promise<never>((_, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason));
    });

  test('is given up by who reads, as if it were cut, and not tried again and again', async () => {
    const late = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
    const asked = vi.fn(silence);
    vi.stubGlobal('fetch', asked);
    const read = answer(api.GET('/api/members'));
    const refused = expect(read).rejects.toBeInstanceOf(UnreachableError);
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    late.abort(new DOMException('It took too long', 'TimeoutError'));
    await refused;
    expect(reachability.isReachable()).toBe(false);
    expect(worthRetrying(0, await read.catch((error: unknown) => error))).toBe(false);
    expect(worthRetrying(0, new UnreachableError('The line is cut'))).toBe(true);
  });

  test('is no reason to take what was to be changed for unchanged', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    fakeFetch({ status: 204 });
    await answer(api.DELETE('/api/session'));
    expect(timeout).not.toHaveBeenCalled();
  });
});

describe('a token that the server refuses', () => {
  test('is fetched anew, and the request made once more with the same body', async () => {
    const refused = problem(403, 'csrf-token-wrong');
    const calls = fakeFetch(refused, { status: 200, body: {} }, { status: 200, body: {} });
    await answer(api.PATCH('/api/profile', { body: { name: 'Hugo' } }));
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PATCH /api/profile',
      'GET /api/instance',
      'PATCH /api/profile',
    ]);
    expect(calls[2]?.body).toEqual({ name: 'Hugo' });
  });

  test('twice is an error; another 403 is one at once', async () => {
    const refused = problem(403, 'csrf-token-wrong');
    fakeFetch(refused, { status: 200, body: {} }, refused, problem(403, 'forbidden'));
    const rename = () => answer(api.PATCH('/api/profile', { body: { name: 'Hugo' } }));
    await expect(rename()).rejects.toMatchObject({ slug: 'csrf-token-wrong' });
    await expect(rename()).rejects.toMatchObject({ slug: 'forbidden' });
  });
});

describe('an answer', () => {
  test('that says nobody is signed in ends the session here', async () => {
    fakeFetch(problem(401, 'sign-in-required'));
    await expect(answer(api.GET('/api/members'))).rejects.toBeInstanceOf(ProblemError);
    expect(signedOut).toHaveBeenCalledOnce();
  });

  test.each(['sign-in-refused', 'link-expired'])('of 401 %s does not', async (slug) => {
    fakeFetch(problem(401, slug));
    const body = { email: 'a@b', password: 'x' };
    await expect(answer(api.POST('/api/session', { body }))).rejects.toMatchObject({ slug });
    expect(signedOut).not.toHaveBeenCalled();
  });

  test('that does not come is told from a refusal, and noticed until one comes', async () => {
    fakeFetch('unreachable', problem(404, 'not-found'));
    await expect(answer(api.GET('/api/members'))).rejects.toBeInstanceOf(UnreachableError);
    expect(reachability.isReachable()).toBe(false);
    await expect(answer(api.GET('/api/members'))).rejects.toBeInstanceOf(ProblemError);
    expect(reachability.isReachable()).toBe(true);
  });

  test('of 429 says how long to wait', async () => {
    fakeFetch({ ...problem(429, 'too-many-attempts'), headers: { 'Retry-After': '90' } });
    const body = { email: 'a@b', password: 'x' };
    await expect(answer(api.POST('/api/session', { body }))).rejects.toMatchObject({
      retryAfter: 90,
    });
  });
});

test('the CSRF token is found among other cookies, and only by its whole name', () => {
  expect(csrfToken('a=b; XSRF-TOKEN=t%3D; c=d')).toBe('t=');
  expect(csrfToken('NOT-XSRF-TOKEN=t')).toBeUndefined();
});

test('all pages of a list are read, each with the cursor of the one before', async () => {
  const pages = [
    { items: [1, 2], nextCursor: 'two' },
    { items: [3], nextCursor: null },
  ];
  const cursors: (string | undefined)[] = [];
  const items = await allPages((cursor) => {
    cursors.push(cursor);
    return Promise.resolve(pages[cursors.length - 1] ?? { items: [], nextCursor: null });
  });
  expect(items).toEqual([1, 2, 3]);
  expect(cursors).toEqual([undefined, 'two']);
});
