import type { TFunction } from 'i18next';
import { SpokenError } from '../forms/SpokenError';
import type { Blocked } from './Phone';

/** This browser cannot speak, so nothing was asked of the server that it would have to speak in. */
export class BlockedError extends SpokenError {
  override readonly name = 'BlockedError';

  constructor(readonly why: Blocked) {
    super(`This browser can not be spoken through: ${why}`);
  }

  override sentence(t: TFunction): string {
    return t(`softphone.blocked.${this.why}`);
  }
}
