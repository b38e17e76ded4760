import type { TFunction } from 'i18next';

/** An error of a part of the desk that knows how to say itself. */
export abstract class SpokenError extends Error {
  abstract sentence(t: TFunction): string;
}
