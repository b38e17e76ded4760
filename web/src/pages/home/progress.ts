import type { TwilioConfiguration } from '../../api/types';
import type { StepState } from '../../ui/Cord';
import type { AnyCall } from './useAnyCall';
import type { FirstNumber } from './useFirstNumber';

/** How far a workspace is on its way to the first call. */
export interface Progress {
  /** Whether calls can come in. */
  phones: boolean;
  answers: StepState;
  call: StepState;
  team: StepState;
  /** How many steps are left before there is a call; 0 when there was one. */
  left: number;
  /** Nothing more to set up: the day may begin. */
  running: boolean;
}

/**
 * Each step is done when its fact is true, whichever way it came about; the first that is not is
 * the next one.
 */
export function progressOf(facts: {
  /** Undefined where it is not known yet, or not shown to this person. */
  twilio: TwilioConfiguration | undefined;
  number: FirstNumber;
  call: AnyCall['last'];
  /** How many members there are, besides oneself. */
  others: number;
}): Progress {
  const { twilio, number, call, others } = facts;
  const called = Boolean(call);
  const phones = twilio
    ? twilio.state !== 'none' && twilio.state !== 'working'
    : called || Boolean(number);
  const answers: StepState = number ? 'done' : phones ? 'now' : 'later';
  // A number is known before its calls come here: until the set-up is through, nobody is to try one.
  const calling: StepState = called ? 'done' : number && phones ? 'now' : 'later';
  const team: StepState = others > 0 ? 'done' : called ? 'now' : 'later';
  return {
    phones,
    answers,
    call: calling,
    team,
    left: called ? 0 : 1 + (phones ? 0 : 1) + (number ? 0 : 1),
    running: phones && called,
  };
}
