import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import { useSentence } from '../../forms/useSentence';
import { useSession } from '../../session/SessionContext';
import { phoneNumber } from '../../ui/phoneNumber';
import { toasts } from '../../ui/toasts';

/** Taking no more calls of somebody, and taking them again; each can be undone. */
export function useBlocking() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sentence = useSentence();
  const { workspace } = useSession();

  const set = useCallback(
    async (number: string, blocked: boolean, reason?: string): Promise<void> => {
      await (blocked
        ? answer(
            api.POST('/api/blocked-callers', {
              body: { phoneNumber: number, ...(reason ? { reason } : {}) },
            }),
          )
        : answer(
            api.DELETE('/api/blocked-callers/{phoneNumber}', {
              params: { path: { phoneNumber: number } },
            }),
          ));
      void queries.invalidateQueries({ queryKey: keys.blockedCallers(workspace.id) });
    },
    [queries, workspace.id],
  );

  const act = useCallback(
    async (number: string, blocked: boolean, reason?: string): Promise<void> => {
      try {
        await set(number, blocked, reason);
      } catch (error) {
        toasts.show(sentence(error));
        return;
      }
      const said = phoneNumber(number);
      toasts.show(
        blocked ? t('blocked.blocked', { number: said }) : t('blocked.unblocked', { number: said }),
        {
          label: t('action.undo'),
          run: () =>
            void set(number, !blocked, reason).catch((error) => toasts.show(sentence(error))),
        },
      );
    },
    [set, sentence, t],
  );

  return {
    block: (number: string, reason?: string) => act(number, true, reason),
    unblock: (number: string, reason?: string) => act(number, false, reason),
    /** Throws what the server refuses, for a form to say it. */
    add: (number: string, reason: string) => set(number, true, reason),
  };
}
