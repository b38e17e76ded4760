import { vi } from 'vitest';

export interface Call {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

type Reply = { status: number; body?: unknown; headers?: Record<string, string> } | 'unreachable';

/** Answers the next requests in order, and keeps what was asked. */
export function fakeFetch(...replies: Reply[]): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const text = await request.text();
    calls.push({
      method: request.method,
      path: new URL(request.url).pathname,
      headers: request.headers,
      body: text ? JSON.parse(text) : undefined,
    });
    const reply = replies.shift();
    if (reply === undefined) throw new Error(`nobody answers ${request.method} ${request.url}`);
    if (reply === 'unreachable') throw new TypeError('Failed to fetch');
    return new Response(reply.body === undefined ? null : JSON.stringify(reply.body), {
      status: reply.status,
      headers: { 'Content-Type': 'application/json', ...reply.headers },
    });
  });
  return calls;
}

export const problem = (
  status: number,
  slug: string,
  errors?: { field: string; message: string }[],
) => ({
  status,
  body: {
    type: `urn:patchbay:problem:${slug}`,
    title: slug,
    status,
    detail: `The server says ${slug}.`,
    requestId: 'request-1',
    errors,
  },
});
