import { vi } from 'vitest';
import type { Call } from './fakeFetch';

export interface ApiCall extends Call {
  query: URLSearchParams;
}

interface Reply {
  status: number;
  body?: unknown;
}

type Route = Reply | ((call: ApiCall) => Reply);

/** A page of a list: all of it, unless a cursor is given. */
export const page = (items: readonly unknown[], nextCursor: string | null = null): Reply => ({
  status: 200,
  body: { items, nextCursor },
});

export const ok = (body: unknown): Reply => ({ status: 200, body });

/** Answers by `METHOD /path`, in whatever order a page asks, and keeps what was asked. */
export function fakeApi(routes: Record<string, Route>): ApiCall[] {
  const calls: ApiCall[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    const text = await request.text();
    const call: ApiCall = {
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: text ? JSON.parse(text) : undefined,
    };
    calls.push(call);
    const route = routes[`${call.method} ${call.path}`];
    if (!route) throw new Error(`nobody answers ${call.method} ${call.path}`);
    const { status, body } = typeof route === 'function' ? route(call) : route;
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json' },
    });
  });
  return calls;
}

/** What was asked to change something, as `METHOD /path`. */
export const writes = (calls: readonly ApiCall[]): string[] =>
  calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
