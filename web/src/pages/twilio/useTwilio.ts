import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api } from '../../api/client';
import { keys } from '../../api/queries';
import { twilioQuery } from '../../api/twilioQueries';
import type { TwilioCheck, TwilioEnvironment, TwilioRun, WorkspaceNumber } from '../../api/types';
import { adoptRun, applyCheck, applyNumber } from '../../realtime/applyTwilioEvent';
import { useSession } from '../../session/SessionContext';

export interface Credentials {
  environment?: TwilioEnvironment;
  accountSid?: string;
  authToken?: string;
}

/** The configuration, for those who may read it. */
export function useTwilio() {
  const { workspace, can } = useSession();
  return useQuery({ ...twilioQuery(workspace.id), enabled: can('twilio.read') });
}

/** What can be done to the Twilio account; each throws when the server refuses. */
export function useTwilioActs() {
  const queries = useQueryClient();
  const { workspace } = useSession();
  return useMemo(() => {
    const begin = async (answered: Promise<TwilioRun>): Promise<void> =>
      adoptRun(queries, workspace.id, await answered);
    const changed = (number: WorkspaceNumber): void => applyNumber(queries, workspace.id, number);
    const refresh = () => queries.invalidateQueries({ queryKey: keys.twilio(workspace.id) });
    const setManaged = (numberId: string, managed: boolean) =>
      answer(
        api.PATCH('/api/numbers/{numberId}', {
          params: { path: { numberId } },
          body: { managed },
        }),
      );
    const repair = (numberIds?: string[], takeOver = false) =>
      begin(
        answer(
          api.POST('/api/twilio/repair', {
            body: numberIds ? { numberIds, takeOver } : {},
          }),
        ),
      );
    return {
      /** Sets everything up, with these credentials or with those that are kept. */
      configure: (credentials: Credentials = {}) =>
        begin(answer(api.POST('/api/twilio/configure-from-credentials', { body: credentials }))),
      /** Everything, or only these numbers. */
      repair,
      clear: () => begin(answer(api.POST('/api/twilio/clear-configuration'))),
      stop: () => answer(api.POST('/api/twilio/stop')),
      verify: async (): Promise<TwilioCheck> => {
        const check = await answer(api.POST('/api/twilio/verify'));
        applyCheck(queries, workspace.id, check);
        return check;
      },
      /** Leaves a number to whoever has it at Twilio. */
      leave: async (numberId: string) => changed(await setManaged(numberId, false)),
      /** Wants a number back, and gets it. */
      connectAgain: async (numberId: string) => {
        changed(await setManaged(numberId, true));
        await repair([numberId]);
      },
      rotate: async () => {
        await answer(api.POST('/api/twilio/rotate-token'));
        await refresh();
      },
      replaceToken: async (authToken: string) => {
        await answer(api.PUT('/api/twilio/auth-token', { body: { authToken } }));
        await refresh();
      },
    };
  }, [queries, workspace.id]);
}

export type TwilioActs = ReturnType<typeof useTwilioActs>;
