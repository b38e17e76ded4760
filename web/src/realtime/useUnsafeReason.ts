import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { reachability } from '../api/reachability';

/** Why nothing can be changed just now (the server does not answer), or undefined when it can. */
export function useUnsafeReason(): string | undefined {
  const { t } = useTranslation();
  const reachable = useSyncExternalStore(reachability.subscribe, reachability.isReachable);
  return reachable ? undefined : t('state.unsafe');
}
