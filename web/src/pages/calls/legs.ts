import type { CallDetail, CallLeg } from '../../api/types';

/** A leg over the time of its call; all numbers are parts of the whole, 0 to 1. */
export interface Lane {
  leg: CallLeg;
  begin: number;
  /** When it was picked up; undefined where it never was. */
  answered: number | undefined;
  end: number;
  /** Whether it goes on. */
  open: boolean;
}

export interface Lanes {
  lanes: Lane[];
  /** How long all of it is, in seconds. */
  seconds: number;
}

/** @param now in epoch milliseconds, for what goes on */
export function lanesOf({ call, legs }: Pick<CallDetail, 'call' | 'legs'>, now: number): Lanes {
  const from = Date.parse(call.createdAt);
  const ends = legs.map(({ endedAt }) => (endedAt ? Date.parse(endedAt) : 0));
  const to = call.endedAt ? Math.max(Date.parse(call.endedAt), ...ends) : now;
  const whole = Math.max(1_000, to - from);
  const part = (iso: string) => Math.min(1, Math.max(0, (Date.parse(iso) - from) / whole));
  const lanes = legs.map((leg) => {
    const over = leg.endedAt ?? call.endedAt;
    return {
      leg,
      begin: part(leg.ringingAt ?? leg.createdAt),
      answered: leg.answeredAt ? part(leg.answeredAt) : undefined,
      end: over ? part(over) : 1,
      open: over === null,
    };
  });
  return { lanes, seconds: whole / 1000 };
}
