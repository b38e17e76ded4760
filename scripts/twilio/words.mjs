// The API's codes in words. One that is newer than this file is shown as it is.

const DIFFERENCES = {
  'account.suspended': 'Twilio has suspended the account',
  'account.closed': 'the account is closed',
  'key.missing': 'the API key is gone, so no browser can be a phone',
  'app.missing': 'the TwiML app is gone',
  'app.voice-url': 'the TwiML app asks another address what to do with calls',
  'app.fallback-url': 'the TwiML app has another fallback address',
  'app.status-url': 'the TwiML app tells another address what became of calls',
  'app.method': 'the TwiML app asks by another method',
  'public-url.changed': 'the public address is another one than the account was told',
  'public-url.unreachable': 'a test delivery did not arrive here with its signature intact',
  'number.app': 'its calls do not go to this workspace’s TwiML app',
  'number.trunk': 'a SIP trunk takes its calls',
  'number.sms-url': 'its texts go to another address',
  'number.sms-method': 'its texts are delivered by another method',
  'number.sms-app': 'another TwiML app takes its texts',
  'number.status-url': 'what becomes of its calls is told to another address',
  'number.status-method': 'what becomes of its calls is told by another method',
  'number.new': 'it is new on the account, and not set up yet',
  'number.released': 'it is no longer on the account',
  'number.elsewhere': 'another workspace has it',
};

const SUBJECTS = { account: 'Account', key: 'API key', app: 'TwiML app', 'public-url': 'Public address' };

/** One difference in one line: whose, what, what is wanted and what is there. */
export function difference({ subject, phoneNumber, aspect, wanted, found }) {
  const whose = phoneNumber ?? SUBJECTS[subject] ?? subject;
  const what = DIFFERENCES[`${subject}.${aspect}`] ?? aspect;
  if (wanted === null && found === null) return `${whose}: ${what}.`;
  return `${whose}: ${what}. Wanted: ${wanted ?? 'nothing'}; there: ${found ?? 'nothing'}.`;
}

export const KINDS = { configure: 'Setting up', repair: 'Repairing', clear: 'Clearing' };

export const STEPS = {
  credentials: 'Credentials',
  saving: 'Keeping them, encrypted',
  key: 'API key',
  app: 'TwiML app',
  numbers: 'Numbers',
  verify: 'Reading back',
  'give-back': 'Giving numbers back',
  'remove-app': 'Removing the TwiML app',
  'remove-key': 'Removing the API key',
  forget: 'Forgetting the account',
};

export const OUTCOMES = {
  unreachable: 'the public address is not reachable from outside',
  drift: 'something differs',
};

/** A time as UTC to the second, or a dash. */
export function time(at) {
  return at ? new Date(at).toISOString().slice(0, 19).replace('T', ' ') : '–';
}

/** Rows as aligned columns. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd());
}

export const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
