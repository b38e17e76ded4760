/** As much of Twilio's voice SDK as the phone uses; tests have their own. */
export interface SdkCall {
  readonly customParameters: Map<string, string>;
  /** What Twilio says of it, once it does: `CallSid`. */
  readonly parameters: Record<string, string>;
  /** `open` once both can speak. */
  status(): string;
  accept(): void;
  reject(): void;
  disconnect(): void;
  mute(muted: boolean): void;
  sendDigits(digits: string): void;
  on(event: string, listener: (...args: never[]) => void): unknown;
}

export interface SdkAudio {
  setInputDevice(id: string): Promise<void>;
  unsetInputDevice(): Promise<void>;
  speakerDevices: { set(ids: string | string[]): Promise<void> };
}

export interface SdkDevice {
  readonly state: string;
  /** Whether a call is spoken by it. */
  readonly isBusy: boolean;
  readonly audio: SdkAudio | null;
  register(): Promise<void>;
  connect(options: { params: Record<string, string> }): Promise<SdkCall>;
  updateToken(token: string): void;
  destroy(): void;
  on(event: string, listener: (...args: never[]) => void): unknown;
}

/** What the SDK says when something goes wrong. */
export interface SdkError {
  code?: number;
  message?: string;
}
