import { useState } from 'react';
import { vi } from 'vitest';
import type { Call } from '../api/types';
import { Offers } from '../phone/Offers';
import { type Phone, PhoneContext } from '../phone/Phone';
import { PhoneAnnouncements } from '../phone/PhoneAnnouncements';
import { PhoneDock } from '../phone/PhoneDock';
import { PhoneWindowProvider } from '../phone/PhoneWindow';
import { Toolbar } from '../shell/Toolbar';
import { useKeys } from '../shell/useKeys';
import { usePhoneCommands } from '../shell/usePhoneCommands';
import { member } from './fixtures';
import { renderAs } from './render';

export const mara = member('Mara');
const AT = '2026-11-20T10:00:00Z';
/** Somebody who is being spoken to. */
export const call = {
  id: 'call-1',
  direction: 'inbound',
  stage: 'talking',
  status: 'in-progress',
  outcome: null,
  from: '+16465550109',
  to: '+14155550100',
  callerName: null,
  contactId: null,
  contactName: 'Jonah Reyes',
  numberId: null,
  ringUntil: null,
  recorded: true,
  recordingPaused: false,
  createdAt: AT,
  offeredAt: AT,
  answeredAt: AT,
  notes: '',
  disposition: null,
  tags: [],
} as unknown as Call;

/** A phone in a state, which does nothing but remember what it was asked. */
export const phone = (over: Partial<Phone>): Phone =>
  ({
    readiness: { kind: 'ready' },
    offers: [],
    line: null,
    wrapUp: null,
    answer: vi.fn(async () => {}),
    decline: vi.fn(async () => {}),
    hangUp: vi.fn(async () => {}),
    mute: vi.fn(),
    pauseRecording: vi.fn(async () => {}),
    prolong: vi.fn(async () => {}),
    finish: vi.fn(async () => {}),
    ...over,
  }) as unknown as Phone;

let set: (of: Phone) => void = () => {};
/** The phone is in another state now. */
export const change = (of: Phone): void => set(of);

function Holder({ first }: { first: Phone }) {
  const [of, setOf] = useState(first);
  set = setOf;
  return (
    <PhoneContext value={of}>
      <PhoneWindowProvider>
        <Frame />
      </PhoneWindowProvider>
    </PhoneContext>
  );
}

/** The phone in as much of the shell as it needs. */
export const drawPhone = (of: Phone) => renderAs(mara, <Holder first={of} />);

function Frame() {
  useKeys(usePhoneCommands(), () => {});
  return (
    <PhoneDock>
      <Toolbar title="Calls" />
      <input aria-label="field" />
      <Offers />
      <PhoneAnnouncements />
    </PhoneDock>
  );
}
