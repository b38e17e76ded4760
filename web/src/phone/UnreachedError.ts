import type { TFunction } from 'i18next';
import { SpokenError } from '../forms/SpokenError';

/** Twilio has not let this browser in while somebody waited for it; it may yet. */
export class UnreachedError extends SpokenError {
  override readonly name = 'UnreachedError';

  constructor() {
    super('The phone has no connection to Twilio');
  }

  override sentence(t: TFunction): string {
    return t('softphone.strip.lost');
  }
}
