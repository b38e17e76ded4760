import { answer, api } from '../api/client';
import { ProblemError } from '../api/problem';
import type { Call, VoiceToken } from '../api/types';
import type { Wish } from './Phone';

/** What the phone asks of the server. */
export interface PhoneApi {
  token(): Promise<VoiceToken>;
  place(wish: Wish, idempotencyKey: string): Promise<Call>;
  /** @returns the claim's epoch */
  accept(callId: string): Promise<number>;
  read(callId: string): Promise<Call>;
  decline(callId: string): Promise<void>;
  hangUp(callId: string): Promise<void>;
  wrapUp(callId: string, seconds: number): Promise<Call>;
  pauseRecording(callId: string, paused: boolean): Promise<Call>;
}

const of = (callId: string) => ({ params: { path: { callId } } });

export const phoneApi: PhoneApi = {
  token: () => answer(api.GET('/api/voice/token')),
  async place({ to, from, contactId, via }, key) {
    const { call } = await answer(
      api.POST('/api/calls', {
        params: { header: { 'Idempotency-Key': key } },
        body: {
          to,
          ...(from ? { from } : {}),
          ...(contactId ? { contactId } : {}),
          via: via ?? 'browser',
        },
      }),
    );
    return call;
  },
  accept: async (callId) =>
    (await answer(api.POST('/api/calls/{callId}/accept', of(callId)))).epoch,
  read: async (callId) => (await answer(api.GET('/api/calls/{callId}', of(callId)))).call,
  async decline(callId) {
    await answer(api.POST('/api/calls/{callId}/decline', of(callId)));
  },
  async hangUp(callId) {
    await answer(api.POST('/api/calls/{callId}/hang-up', of(callId)));
  },
  wrapUp: (callId, seconds) =>
    answer(api.POST('/api/calls/{callId}/wrap-up', { ...of(callId), body: { seconds } })),
  pauseRecording: (callId, paused) =>
    answer(
      paused
        ? api.POST('/api/calls/{callId}/recording/pause', of(callId))
        : api.POST('/api/calls/{callId}/recording/resume', of(callId)),
    ),
};

/** Whether asking for a token again is in vain: the server answered, and not that it is busy. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== 429;
