// What ends a command early. Each is said in words; a stack trace helps nobody at a terminal.

export const ALL_IS_WELL = 0;
export const SOMETHING_IS_WRONG = 1;
/** EX_USAGE of sysexits.h. */
export const WRONG_USAGE = 64;

/** Something went wrong; its lines are for the person at the terminal. */
export class Failure extends Error {
  exitCode = SOMETHING_IS_WRONG;

  constructor(...lines) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** What was asked for can not be meant: nothing has been done. */
export class Usage extends Failure {
  exitCode = WRONG_USAGE;
}

/** The server did not answer at all, or said that it can not at this moment; it may be asked again. */
export class Unanswered extends Failure {}

/** The server refused, and said why (RFC 9457). */
export class Refused extends Failure {
  constructor(problem) {
    super(...inWords(problem));
    this.slug = String(problem.type ?? '').replace('urn:patchbay:problem:', '');
  }
}

/** Title, detail, fields, Twilio's code: of an answer, or of a problem that a run or a check has kept. */
export function inWords({ title, detail, errors, twilioCode, requestId }) {
  return [
    title ?? 'The server refused.',
    ...(detail ? [`  ${detail}`] : []),
    ...(errors ?? []).map(({ field, message }) => `  ${field}: ${message}`),
    ...(twilioCode ? [`  Twilio's code ${twilioCode}: https://www.twilio.com/docs/api/errors/${twilioCode}`] : []),
    ...(requestId ? [`  The server's log has more under request ${requestId}.`] : []),
  ];
}
