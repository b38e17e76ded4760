/**
 * Loads Twilio's voice SDK, lazily: it is larger than many a page.
 *
 * The SDK speaks `wss://` only, and to Twilio only. Where the server says that the workspace runs on the simulator,
 * which speaks plain `ws://` on this machine, the SDK is shown a WebSocket class that opens `ws://` for the simulator's
 * gateway and nothing else. It reads the class once, while it loads; afterwards the browser's own is back.
 *
 * `chunderw` is an undocumented option. The version is pinned, and a browser test of the simulator
 * (`system-tests`, `VoiceSdkTest`) fails when a new one ignores it.
 */
import type { Device } from '@twilio/voice-sdk';

export type VoiceSdk = typeof import('@twilio/voice-sdk');

/** Host and port of the simulator's gateway; null for Twilio's own. */
export type Gateway = string | null;

/** @param instance what `GET /api/instance` says of this server */
export function gatewayOf(instance: { simulator: { phonesUrl: string } | null }): Gateway {
  return instance.simulator === null ? null : new URL(instance.simulator.phonesUrl).host;
}

export async function loadVoiceSdk(gateway: Gateway): Promise<VoiceSdk> {
  if (gateway === null) return import('@twilio/voice-sdk');
  const own = window.WebSocket;
  window.WebSocket = plainFor(gateway, own);
  try {
    return await import('@twilio/voice-sdk');
  } finally {
    window.WebSocket = own;
  }
}

/** What a `Device` needs to find the gateway; nothing where Twilio's own is meant. */
export function gatewayOptions(gateway: Gateway): Device.Options {
  const options: { chunderw?: string; publishEvents?: boolean } =
    gateway === null ? {} : { chunderw: gateway, publishEvents: false };
  return options as Device.Options;
}

function plainFor(gateway: string, own: typeof WebSocket): typeof WebSocket {
  const secure = `wss://${gateway}/`;
  return class extends own {
    constructor(address: string | URL, protocols?: string | string[]) {
      const wanted = String(address);
      super(
        wanted.startsWith(secure) ? `ws://${gateway}/${wanted.slice(secure.length)}` : address,
        protocols,
      );
    }
  };
}
