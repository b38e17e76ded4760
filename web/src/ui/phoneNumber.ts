import parse from 'libphonenumber-js/min';

/** A phone number as one reads it aloud, `+1 415 555 0117`; what is no number (a short code, a name) as it is. */
export function phoneNumber(e164: string): string {
  return parse(e164)?.formatInternational() ?? e164;
}
