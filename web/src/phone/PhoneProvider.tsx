import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callQuery, callsQuery, liveCallsQuery } from '../api/callQueries';
import { instanceQuery, keys } from '../api/queries';
import type { Call } from '../api/types';
import { useSession } from '../session/SessionContext';
import { toasts } from '../ui/toasts';
import { gatewayOf } from '../voice/sdk';
import { Announcer } from './Announcer';
import { AudioDevices } from './AudioDevices';
import { JoinedHere } from './JoinedHere';
import type { Locks } from './Leadership';
import { type Phone, PhoneContext } from './Phone';
import { PhoneEngine, type Shown } from './PhoneEngine';
import { phoneApi } from './phoneApi';
import { Resumes } from './Resumes';
import { Ringer } from './Ringer';
import { makeDevice } from './sdkDevice';
import type { Channel } from './Tabs';
import { useSendKept } from './useSendKept';

interface Parts {
  engine: PhoneEngine;
  audio: AudioDevices;
  ringer: Ringer;
  announcer: Announcer;
}

const NOTHING: Shown = { readiness: { kind: 'asleep' }, offers: [], line: null, wrapUp: null };

/** The phone of this tab, above the pages: going from one to another drops no call. */
export function PhoneProvider({ children }: { children: ReactNode }) {
  const { membership, workspace, user, can } = useSession();
  const queries = useQueryClient();
  const { t } = useTranslation();
  const canCall = can('calls.make');
  const { memberId } = membership;
  const [shown, setShown] = useState(NOTHING);
  const [hardware, setHardware] = useState<AudioDevices['now'] | null>(null);
  const [parts, setParts] = useState<Parts | null>(null);

  useEffect(() => {
    const name = `patchbay.phone.${workspace.id}.${memberId}`;
    const resumes = new Resumes(name);
    const audio = new AudioDevices(
      () => setHardware(audio.now),
      (lost) => toasts.show(t('ringing.microphoneLost', { name: lost })),
    );
    const engine = new PhoneEngine({
      memberId,
      memberName: user.name,
      name,
      canCall,
      api: phoneApi,
      device: async (token) =>
        makeDevice(gatewayOf(await queries.ensureQueryData(instanceQuery)), token),
      audio,
      joined: new JoinedHere(`${name}.joined`, localStorage),
      locks: (navigator.locks as unknown as Locks | undefined) ?? null,
      channel: channelOf(name),
      resumes: () => resumes.may(),
      onChange: () => {
        setShown(engine.shown);
        resumes.note(engine.isPhone);
      },
    });
    const announcer = new Announcer((call) => ({
      title: call.contactName ?? call.callerName ?? call.from,
      body: t('ringing.callsYou', { number: call.to }),
    }));
    const ringer = new Ringer();
    setParts({ engine, audio, ringer, announcer });
    setShown(engine.shown);
    setHardware(audio.now);
    audio.start();
    engine.start();
    return () => {
      setParts(null);
      engine.stop();
      audio.stop();
      ringer.quiet();
      announcer.show([], true);
    };
  }, [workspace.id, memberId, user.name, canCall, queries, t]);

  useLiveCalls(parts?.engine ?? null, workspace.id, memberId, can('calls.read'), shown.wrapUp);
  useLooking(parts?.engine ?? null);
  useRinging(parts, shown, hardware);
  useClosing(parts?.engine ?? null, shown);
  useSendKept(memberId, shown);

  const phone = useMemo<Phone>(() => phoneOf(parts, shown, hardware), [parts, shown, hardware]);
  return <PhoneContext value={phone}>{children}</PhoneContext>;
}

function channelOf(name: string): Channel {
  return typeof BroadcastChannel === 'undefined'
    ? { postMessage() {}, onmessage: null, close() {} }
    : (new BroadcastChannel(name) as unknown as Channel);
}

/** Tells the engine of calls: those alive, and the end of the one that is written up. */
function useLiveCalls(
  engine: PhoneEngine | null,
  workspaceId: string,
  memberId: string,
  enabled: boolean,
  wrapUp: Call | null,
): void {
  const queries = useQueryClient();
  const { data: live } = useQuery({ ...liveCallsQuery(workspaceId), enabled });
  const { data: ended } = useQuery({
    ...callQuery(workspaceId, wrapUp?.id ?? ''),
    enabled: enabled && wrapUp !== null,
  });

  // Before the pages are painted: what rings is painted with them, not a frame after.
  useLayoutEffect(() => {
    if (engine && live) engine.see(live);
  }, [engine, live]);

  useEffect(() => {
    if (engine && ended?.call.endedAt) engine.learn(ended.call);
  }, [engine, ended]);

  // A wrap-up survives the page.
  useEffect(() => {
    if (!engine || !enabled) return;
    void queries
      .fetchInfiniteQuery(callsQuery(workspaceId, { memberId }, 1))
      .then(({ pages }) => {
        const last = pages[0]?.items[0];
        if (last?.wrapUpUntil) engine.learn(last);
      })
      .catch(() => {}) // only what was before is missing
      .finally(() =>
        queries.removeQueries({ queryKey: [...keys.callLists(workspaceId), { memberId }, 1] }),
      );
  }, [engine, enabled, workspaceId, memberId, queries]);
}

/** Timers are late in a tab that slept: whatever may be the end of sleep is taken for one. */
function useLooking(engine: PhoneEngine | null): void {
  useEffect(() => {
    if (!engine) return;
    const look = () => engine.look();
    const seen = () => document.visibilityState === 'visible' && engine.look();
    addEventListener('online', look);
    addEventListener('pageshow', look);
    document.addEventListener('visibilitychange', seen);
    return () => {
      removeEventListener('online', look);
      removeEventListener('pageshow', look);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [engine]);
}

/** Rings, and shows a notification, in the tab that is the phone; not into a call. */
function useRinging(
  parts: Parts | null,
  { offers, line }: Shown,
  hardware: AudioDevices['now'] | null,
): void {
  useEffect(() => {
    if (parts && hardware) parts.ringer.through(parts.audio.ringer());
  }, [parts, hardware]);

  useEffect(() => {
    if (!parts) return;
    const { engine, ringer, announcer } = parts;
    const show = () => {
      const mine = engine.isPhone && line === null ? offers : [];
      if (mine.length > 0) ringer.ring();
      else ringer.quiet();
      announcer.show(mine, document.hasFocus());
    };
    show();
    addEventListener('focus', show);
    addEventListener('blur', show);
    return () => {
      removeEventListener('focus', show);
      removeEventListener('blur', show);
    };
  }, [parts, offers, line]);
}

/** Asks before the tab is closed in which a call is spoken. */
function useClosing(engine: PhoneEngine | null, { line }: Shown): void {
  const spoken = line !== null && line.sound !== 'none' && line.sound !== 'elsewhere';
  useEffect(() => {
    if (!engine || !spoken) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (engine.isPhone) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [engine, spoken]);
}

function phoneOf(parts: Parts | null, shown: Shown, hardware: AudioDevices['now'] | null): Phone {
  const engine = (): PhoneEngine => {
    if (!parts) throw new Error('the phone is not there yet');
    return parts.engine;
  };
  return {
    ...shown,
    devices: {
      microphones: hardware?.microphones ?? [],
      speakers: hardware?.speakers ?? [],
      microphone: hardware?.microphone ?? null,
      speaker: hardware?.speaker ?? null,
      ringer: hardware?.ringer ?? null,
      chooseMicrophone: async (id) => parts?.audio.choose('microphone', id),
      chooseSpeaker: async (id) => parts?.audio.choose('speaker', id),
      chooseRinger: async (id) => parts?.audio.choose('ringer', id),
      onLevel: (listener) => parts?.audio.onLevel(listener) ?? (() => {}),
      testRinger: async () => parts?.ringer.test(),
    },
    async wake() {
      parts?.announcer.ask();
      void parts?.ringer.prime();
      await parts?.engine.wake();
    },
    async useHere() {
      void parts?.ringer.prime();
      await engine().useHere();
    },
    dial: async (wish) => engine().acts.dial(wish),
    async answer(callId) {
      void parts?.ringer.prime();
      await engine().acts.answer(callId);
    },
    decline: async (callId) => engine().acts.decline(callId),
    hangUp: async () => engine().acts.hangUp(),
    mute: (muted) => parts?.engine.acts.mute(muted),
    press: (digits) => parts?.engine.acts.press(digits),
    pauseRecording: async (paused) => engine().acts.pauseRecording(paused),
    finish: async () => engine().acts.finish(),
    prolong: async (seconds) => engine().acts.prolong(seconds),
  };
}
