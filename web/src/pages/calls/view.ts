import type { CallFilter } from '../../api/callQueries';
import type { CallViewFilter } from '../../api/types';

/** The four faces of the history. */
export const FACES = ['all', 'inbound', 'outbound', 'missed'] as const;
export type Face = (typeof FACES)[number];

/** Which face a filter shows; `missed` is everything that was missed, whatever else is asked. */
export function faceOf({ direction, outcome }: CallViewFilter): Face {
  if (outcome === 'missed') return 'missed';
  return direction ?? 'all';
}

export function withFace(filter: CallViewFilter, face: Face): CallViewFilter {
  const { direction: _, outcome, ...rest } = filter;
  if (face === 'missed') return { ...rest, outcome: 'missed' };
  const kept = outcome === undefined || outcome === 'missed' ? {} : { outcome };
  return face === 'all' ? { ...rest, ...kept } : { ...rest, ...kept, direction: face };
}

/** A filter with some of it changed; what is undefined is taken away. */
export function changed(
  filter: CallViewFilter,
  change: Partial<Record<keyof CallViewFilter, unknown>>,
) {
  const entries = Object.entries({ ...filter, ...change });
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as CallViewFilter;
}

/**
 * What the server is asked. The last `days` days end with today and begin at midnight here, so that a filter stays the
 * same question all day long.
 */
export function asked({ days, ...rest }: CallViewFilter, now: Date = new Date()): CallFilter {
  if (days === undefined) return rest;
  const since = new Date(now.getFullYear(), now.getMonth(), now.getDate() - (days - 1));
  return { ...rest, since: since.toISOString() };
}

/** The same filter, however its parts are ordered. */
export const sameFilter = (a: CallViewFilter, b: CallViewFilter): boolean =>
  canonical(a) === canonical(b);

const canonical = (filter: CallViewFilter): string =>
  JSON.stringify(Object.entries(changed(filter, {})).sort(([a], [b]) => a.localeCompare(b)));

export const isFiltered = (filter: CallViewFilter): boolean =>
  Object.keys(changed(filter, {})).length > 0;
