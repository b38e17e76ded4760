// How things are written for people.

const NORTH_AMERICAN = /^\+1(\d{3})(\d{3})(\d{4})$/;

/** `+1 415 555 0100`; anything else stays. */
export function phone(number) {
  const match = NORTH_AMERICAN.exec(number);
  return match ? `+1 ${match[1]} ${match[2]} ${match[3]}` : number || 'somebody';
}

/** `desk.quillmere.example` of an address; anything else stays. */
export function host(address) {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** `0:07`, `12:34`, `1:02:03`. */
export function duration(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, '0');
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** `10:24:07`, with milliseconds when wanted. */
export function clock(iso, milliseconds = false) {
  const at = new Date(iso);
  const time = at.toLocaleTimeString('en-GB');
  return milliseconds ? `${time}.${String(at.getMilliseconds()).padStart(3, '0')}` : time;
}

/** `CA1f3a…9c2e` */
export function shortSid(sid) {
  return sid.length > 12 ? `${sid.slice(0, 6)}…${sid.slice(-4)}` : sid;
}

export const STATUS_WORDS = {
  queued: 'Waiting its turn',
  ringing: 'Ringing',
  'in-progress': 'In progress',
  completed: 'Completed',
  busy: 'Busy',
  failed: 'Failed',
  'no-answer': 'No answer',
  canceled: 'Cancelled',
};

export const END_WORDS = {
  normal: 'The call ended',
  busy: 'Busy',
  declined: 'Declined',
  'no-answer': 'Nobody answered',
  canceled: 'The caller gave up',
  abandoned: 'Ended before an answer',
  unreachable: 'Cannot be reached',
  failed: 'Failed',
};
