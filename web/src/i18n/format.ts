import i18next from 'i18next';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(style: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${i18next.language} ${style}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(i18next.language, options);
  formats.set(key, made);
  return made;
}

/** A day in words: "Today", "Yesterday", else "18 November", with the year where it is another. */
export function dayOf(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days === 0) return i18next.t('time.today');
  if (days === 1) return i18next.t('time.yesterday');
  return date.getFullYear() === now.getFullYear()
    ? format('day', { day: 'numeric', month: 'long' }).format(date)
    : format('date', { day: 'numeric', month: 'long', year: 'numeric' }).format(date);
}

const startOfDay = (date: Date): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** The time of day, `10:41`; with seconds where the order of things matters. */
export function timeOf(iso: string, seconds = false): string {
  return format(seconds ? 'seconds' : 'time', {
    hour: i18next.language.startsWith('en') ? 'numeric' : '2-digit', // 4:10 PM, 09:05
    minute: '2-digit',
    second: seconds ? '2-digit' : undefined,
  }).format(new Date(iso));
}

/** Day and time together: "Today, 10:41". */
export const dayAndTimeOf = (iso: string): string => `${dayOf(iso)}, ${timeOf(iso)}`;

const STEPS: [limit: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [3600, 'minute', 60],
  [86_400, 'hour', 3600],
  [7 * 86_400, 'day', 86_400],
];

/** How long ago, in one unit ("3 minutes ago"); a date when it is more than a week. */
export function agoOf(iso: string, now: Date = new Date()): string {
  const seconds = Math.round((now.getTime() - new Date(iso).getTime()) / 1000);
  if (seconds < 60) return i18next.t('time.justNow');
  const step = STEPS.find(([limit]) => seconds < limit);
  if (!step) return dayOf(iso, now);
  const [, unit, size] = step;
  return new Intl.RelativeTimeFormat(i18next.language, { numeric: 'always' }).format(
    -Math.floor(seconds / size),
    unit,
  );
}

/** A country by its name in the reader's language: `US` is "United States". */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(i18next.language, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A time zone as people say it: `America/Los_Angeles` is "Pacific Time". */
export function timeZoneName(zone: string): string {
  try {
    const parts = new Intl.DateTimeFormat(i18next.language, {
      timeZone: zone,
      timeZoneName: 'longGeneric',
    }).formatToParts(new Date());
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value;
    return name && !name.startsWith('GMT') ? name : zone; // "GMT+00:00" says less than "UTC"
  } catch {
    return zone;
  }
}
