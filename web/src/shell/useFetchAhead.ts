import { type AnyRoute, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Code } from '../code/Code';
import { fetchAhead } from '../code/fetchAhead';
import { DeviceSheet, PhonePanel } from '../phone/later';
import { useRealtime } from '../realtime/RealtimeProvider';
import { useSession } from '../session/SessionContext';
import { PLACES, type Place, visible } from './nav';

/** By then the page that was opened first stands. */
const AFTER_MS = 4_000;

/**
 * What an answered call needs at once is fetched before it rings. And whoever is in a call when the line is cut shall be
 * able to go to any page: its code is there before. Begun anew when the line is back.
 */
export function useFetchAhead(): void {
  const router = useRouter();
  const { can } = useSession();
  const open = useRealtime().state.status === 'open';
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const pages = codesOf(Object.values(router.routesById), visible(PLACES, can));
      void fetchAhead([PhonePanel.code, DeviceSheet.code, ...pages], stop.signal);
    }, AFTER_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [router, can, open]);
}

/** The code of these places, of what is opened from them, and of what is around them. */
export function codesOf(routes: readonly AnyRoute[], places: readonly Place[]): Code<never>[] {
  return routes.flatMap(({ fullPath, options }) => {
    const { code } = (options.component ?? {}) as { code?: Code<never> };
    const wanted = places.some(
      ({ to }) => to === fullPath || isIn(fullPath, to) || isIn(to, fullPath),
    );
    return code && wanted ? [code] : [];
  });
}

const isIn = (path: string, outer: string): boolean =>
  outer !== '/' && path.startsWith(`${outer}/`);
