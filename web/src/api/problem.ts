import type { ProblemDetails } from './types';

const TYPE_PREFIX = 'urn:patchbay:problem:';

/** The server refused: RFC 9457 problem details, or as much of them as arrived. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** The last part of the problem's `type`, for example `already-member`. */
  readonly slug: string;
  readonly status: number;
  readonly requestId: string | undefined;
  /** What was said about each refused field, by its path in the request body. */
  readonly fields: Readonly<Record<string, string>>;
  /** What a kind of problem tells beside its sentence, for example whose a taken phone is; as it was sent. */
  readonly more: Readonly<Record<string, unknown>>;
  /** Seconds to wait before another attempt, where the server named them. */
  readonly retryAfter: number | undefined;

  constructor(status: number, details: Partial<ProblemDetails>, retryAfter?: number) {
    super(details.detail ?? details.title ?? `HTTP ${status}`);
    this.status = status;
    this.slug = details.type?.startsWith(TYPE_PREFIX)
      ? details.type.slice(TYPE_PREFIX.length)
      : 'unknown';
    this.requestId = details.requestId;
    this.fields = Object.fromEntries((details.errors ?? []).map((e) => [e.field, e.message]));
    this.more = { ...details };
    this.retryAfter = retryAfter;
  }

  /** Reads the problem out of a response; a proxy's HTML page becomes an `unknown` problem. */
  static of(response: Response, body: unknown): ProblemError {
    const details =
      typeof body === 'object' && body !== null ? (body as Partial<ProblemDetails>) : {};
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
    return new ProblemError(
      response.status,
      details,
      Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
    );
  }
}

/** No answer came: the network or the server is away. Whether it acted is unknown. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';

  /** Whether that was found out by waiting. */
  get tookTooLong(): boolean {
    return this.cause instanceof DOMException && this.cause.name === 'TimeoutError';
  }
}
