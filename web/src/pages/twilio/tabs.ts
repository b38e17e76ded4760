export const TWILIO_TABS = ['connection', 'rejected', 'history'] as const;

export type TwilioTab = (typeof TWILIO_TABS)[number];

/** The tab that an address names, or undefined for the first. */
export const tabOf = (value: unknown): TwilioTab | undefined =>
  TWILIO_TABS.find((tab) => tab === value && tab !== 'connection');
