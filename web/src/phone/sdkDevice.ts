import { type Gateway, gatewayOptions, loadVoiceSdk } from '../voice/sdk';
import type { SdkDevice } from './sdkTypes';

/**
 * Stands in for the SDK's sounds, which it would fetch from Twilio as soon as a device is made: the ringing is ours
 * (see {@link Ringer}), and keypad tones are made by the SDK without a file. `Sound` is an undocumented option; the
 * version of the SDK is pinned.
 */
export class SilentSound {
  isPlaying = false;
  async play(): Promise<void> {}
  async stop(): Promise<void> {}
  async setSinkIds(): Promise<void> {}
}

/** How long the SDK tries to reach the same gateway again in a call, in milliseconds. */
const MEND_MS = 30_000;

/** @throws when the SDK can not be loaded */
export async function makeDevice(gateway: Gateway, token: string): Promise<SdkDevice | null> {
  const { Device } = await loadVoiceSdk(gateway);
  if (!Device.isSupported) return null;
  const options = {
    ...gatewayOptions(gateway),
    Sound: SilentSound,
    logLevel: 'silent',
    maxCallSignalingTimeoutMs: MEND_MS,
    closeProtection: false, // ours asks in whichever tab is the phone
    enableImprovedSignalingErrorPrecision: true,
  };
  return new Device(token, options as never) as unknown as SdkDevice;
}
