import parse from 'libphonenumber-js/min';

/** Long lists show the same numbers again and again, and reading one takes longer than drawing its row. */
const MOST = 2_000;
const read = new Map<string, string>();

/** A phone number as one reads it aloud, `+1 415 555 0117`; what is no number (a short code, a name) as it is. */
export function phoneNumber(e164: string): string {
  const known = read.get(e164);
  if (known !== undefined) return known;
  const said = parse(e164)?.formatInternational() ?? e164;
  if (read.size >= MOST) read.clear();
  read.set(e164, said);
  return said;
}
