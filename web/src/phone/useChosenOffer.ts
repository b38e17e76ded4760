import { useCallback } from 'react';
import type { Call } from '../api/types';
import { usePhoneWindow } from './PhoneWindow';

/** Of several offers, the one that is large and that ⏎ and ⌫ mean: the first, until ↓ or ↑ choose another. */
export function useChosenOffer(offers: readonly Call[]) {
  const { chosenOffer, chooseOffer } = usePhoneWindow();
  const at = Math.max(
    0,
    offers.findIndex(({ id }) => id === chosenOffer),
  );
  /** Chooses the one so many places further, and returns it; beyond the ends nothing changes. */
  const move = useCallback(
    (by: 1 | -1): Call | undefined => {
      const next = offers[at + by];
      if (next) chooseOffer(next.id);
      return next;
    },
    [offers, at, chooseOffer],
  );
  return { chosen: offers[at], at, move };
}
