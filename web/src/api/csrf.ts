/** The value of the cookie that has to come back in the header of every request that changes something. */
export function csrfToken(cookies: string = document.cookie): string | undefined {
  const pair = cookies.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return pair && decodeURIComponent(pair.slice('XSRF-TOKEN='.length));
}

export function withCsrfToken(request: Request): Request {
  const token = csrfToken();
  if (token) request.headers.set('X-XSRF-TOKEN', token);
  return request;
}

async function refusedForItsToken(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const body = await response
    .clone()
    .json()
    .catch(() => null);
  return body?.type === 'urn:patchbay:problem:csrf-token-wrong';
}

/**
 * A fetch that, refused because its token was missing or old, gets the cookie anew and asks once
 * more. That is safe: what was refused for its token was not begun.
 */
export async function fetchWithCsrf(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await globalThis.fetch(request);
  if (!(await refusedForItsToken(response))) return response;
  await globalThis.fetch(new Request(`${location.origin}/api/instance`));
  return globalThis.fetch(withCsrfToken(again));
}
