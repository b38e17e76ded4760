import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { DialpadContext, PhoneContext } from './Phone';

type Filled = { to?: string; contactId?: string };

/** What of the phone is open in the window. */
export interface PhoneWindow {
  /** With what the dialpad is open, if it is. */
  dialing: Filled | undefined;
  /** A call or wrap-up is made small: a pill in the toolbars. */
  small: boolean;
  /** Whether the keypad is open in the call. */
  keypad: boolean;
  /** How often the note was asked for since the call began; each time it gets the focus. */
  noteAsked: number;
  /** The sheet of microphone and loudspeakers. */
  devices: boolean;
  /** The offer that was chosen by keys; without one, or when it is gone, the first is meant. */
  chosenOffer: string | undefined;
  setSmall(small: boolean): void;
  setKeypad(open: boolean): void;
  setDevices(open: boolean): void;
  chooseOffer(callId: string): void;
  closeDialpad(): void;
  writeNote(): void;
}

const nothing = () => {};
const CLOSED: PhoneWindow = {
  dialing: undefined,
  small: false,
  keypad: false,
  noteAsked: 0,
  devices: false,
  chosenOffer: undefined,
  setSmall: nothing,
  setKeypad: nothing,
  setDevices: nothing,
  chooseOffer: nothing,
  closeDialpad: nothing,
  writeNote: nothing,
};

const PhoneWindowContext = createContext(CLOSED);

export const usePhoneWindow = (): PhoneWindow => useContext(PhoneWindowContext);

/** Keeps what is open, above the pages. A call opens itself. */
export function PhoneWindowProvider({ children }: { children: ReactNode }) {
  const [dialing, setDialing] = useState<Filled>();
  const [small, setSmall] = useState(false);
  const [keypad, setKeypadOpen] = useState(false);
  const [noteAsked, setNoteAsked] = useState(0);
  const [devices, setDevices] = useState(false);
  const [chosenOffer, chooseOffer] = useState<string>();
  const lineId = useContext(PhoneContext)?.line?.call.id;
  useEffect(() => {
    setKeypadOpen(false);
    setNoteAsked(0);
    if (!lineId) return;
    setSmall(false);
    setDialing(undefined);
  }, [lineId]);

  const setKeypad = useCallback((open: boolean) => {
    setKeypadOpen(open);
    setSmall(false);
  }, []);
  const writeNote = useCallback(() => {
    setSmall(false);
    setKeypadOpen(false);
    setDialing(undefined);
    setNoteAsked((times) => times + 1);
  }, []);
  const closeDialpad = useCallback(() => setDialing(undefined), []);
  const dialpad = useMemo(
    () => ({
      open(filled: Filled = {}) {
        setDialing(filled);
        setSmall(false);
      },
    }),
    [],
  );
  const value = useMemo(
    () => ({
      dialing,
      small,
      keypad,
      noteAsked,
      devices,
      chosenOffer,
      setSmall,
      setKeypad,
      setDevices,
      chooseOffer,
      closeDialpad,
      writeNote,
    }),
    [dialing, small, keypad, noteAsked, devices, chosenOffer, setKeypad, closeDialpad, writeNote],
  );
  return (
    <DialpadContext value={dialpad}>
      <PhoneWindowContext value={value}>{children}</PhoneWindowContext>
    </DialpadContext>
  );
}
