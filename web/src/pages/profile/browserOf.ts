const BROWSERS: readonly [mark: RegExp, name: string][] = [
  [/\bEdg\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\bHeadlessChrome\//, 'Chrome'],
  [/\bChrome\//, 'Chrome'], // after those that also call themselves Chrome
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly [mark: RegExp, name: string][] = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bLinux\b/, 'Linux'],
];

/** "Firefox on Linux" without the words between, as far as the browser tells; undefined for a program. */
export function browserOf(userAgent: string): string | undefined {
  const named = (marks: readonly [RegExp, string][]) =>
    marks.find(([mark]) => mark.test(userAgent))?.[1];
  const browser = named(BROWSERS);
  if (!browser) return undefined;
  return [browser, named(SYSTEMS)].filter(Boolean).join(', ');
}
