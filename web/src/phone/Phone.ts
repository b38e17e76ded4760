import { createContext, useContext } from 'react';
import type { Call } from '../api/types';

/** Why this browser cannot speak, in words that the phone has sentences for. */
export type Blocked =
  | 'microphone-refused'
  | 'microphone-missing'
  /** WebRTC is missing, or the page is not served over a secure origin. */
  | 'unsupported'
  /** Twilio does not take the access token; its code is in `code`. */
  | 'refused';

/** Whether this tab can be spoken through. */
export type Readiness =
  /** There is nothing to speak through: no Twilio account, or not allowed to call. */
  | { kind: 'off'; why: 'no-twilio' | 'not-allowed' }
  /** Nobody has pressed anything in this tab yet: browsers play no sound before. {@link Phone.wake} ends it. */
  | { kind: 'asleep' }
  /** Another tab of this browser is the phone; this one shows what it does. */
  | { kind: 'elsewhere' }
  | { kind: 'starting' }
  | { kind: 'ready' }
  /** Was ready; is being tried again. */
  | { kind: 'lost'; since: string }
  | { kind: 'blocked'; why: Blocked; code?: number };

/** Where the sound of a call is. */
export type Sound =
  /** Nowhere: the agent's leg is a phone, or has not been connected yet. */
  | 'none'
  | 'joining'
  | 'in'
  /** The line broke and is being mended. */
  | 'broken'
  /** In another tab of this browser, or on another machine. */
  | 'elsewhere';

/** The member's own call: what the server says of it, and what this browser hears of it. */
export interface Line {
  call: Call;
  sound: Sound;
  muted: boolean;
  /** Who may hear gaps, as the SDK's warnings tell; gone when they are gone. */
  weak: { lossPercent: number | null } | null;
}

export interface Device {
  id: string;
  /** Empty until the microphone is allowed. */
  name: string;
}

export interface Devices {
  microphones: readonly Device[];
  speakers: readonly Device[];
  /** Chosen, and remembered in this browser; null for the system's own choice. */
  microphone: string | null;
  speaker: string | null;
  /** Where a ringing call is heard. */
  ringer: string | null;
  chooseMicrophone(id: string | null): Promise<void>;
  chooseSpeaker(id: string | null): Promise<void>;
  chooseRinger(id: string | null): Promise<void>;
  /** How loud the microphone is, 0 to 1, some 20 times a second, until the answer is called. */
  onLevel(listener: (level: number) => void): () => void;
  /** Plays a ring where it would ring. */
  testRinger(): Promise<void>;
}

/** Whom to call. */
export interface Wish {
  /** As it was written; the server reads it in the workspace's country. */
  to: string;
  /** One of our numbers; else the member's own caller id. */
  from?: string | undefined;
  contactId?: string | undefined;
  /** What rings for the member: this browser, or their own phone. */
  via?: 'browser' | 'phone' | undefined;
}

/**
 * The phone of this tab. There is one, above the pages. The server decides what becomes of calls; the phone asks it,
 * carries the sound, and shows at once what was pressed.
 *
 * What is refused throws a `ProblemError` to whoever pressed, who shows its sentence.
 */
export interface Phone {
  readiness: Readiness;
  /** Calls that ring for this member, the longest waiting first. */
  offers: readonly Call[];
  /** The call that this member is in, or is being connected to. */
  line: Line | null;
  /** The call that this member has just had and still writes up. */
  wrapUp: Call | null;
  devices: Devices;
  /** From a click: primes the sound, asks for the microphone, connects. */
  wake(): Promise<void>;
  /** Makes this tab the phone; a call that is spoken in the other comes along. */
  useHere(): Promise<void>;
  dial(wish: Wish): Promise<Call>;
  answer(callId: string): Promise<void>;
  decline(callId: string): Promise<void>;
  hangUp(): Promise<void>;
  mute(muted: boolean): void;
  /** Keypad tones into the call, e.g. `12#`. */
  press(digits: string): void;
  pauseRecording(paused: boolean): Promise<void>;
  /** Ends the wrap-up, or prolongs it by so many seconds. */
  finish(): Promise<void>;
  prolong(seconds: number): Promise<void>;
}

export const PhoneContext = createContext<Phone | null>(null);

/** @throws outside of the desk */
export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error('there is a phone in the desk only');
  return phone;
}

/** Opens the dialpad with a number in it; whatever shows a number calls it through this. */
export interface Dialpad {
  open(filled?: { to?: string; contactId?: string }): void;
}

export const DialpadContext = createContext<Dialpad>({ open: () => {} });

export const useDialpad = (): Dialpad => useContext(DialpadContext);
