import type { Blocked } from './Phone';

/** This browser cannot speak, so nothing was asked of the server that it would have to speak in. */
export class BlockedError extends Error {
  override readonly name = 'BlockedError';

  constructor(readonly why: Blocked) {
    super(`This browser can not be spoken through: ${why}`);
  }
}
