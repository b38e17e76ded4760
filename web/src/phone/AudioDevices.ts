import type { Device } from './Phone';
import type { SdkDevice } from './sdkTypes';

const KEY = 'patchbay.audio';
/** Some 20 times a second. */
const LEVEL_MS = 50;
/** Speech seldom gets louder than a quarter of the full scale. */
const LOUD = 0.25;

export interface Choice {
  microphone: string | null;
  speaker: string | null;
  ringer: string | null;
}

export interface Hardware extends Choice {
  microphones: readonly Device[];
  speakers: readonly Device[];
}

const NOTHING: Choice = { microphone: null, speaker: null, ringer: null };

function remembered(): Choice {
  try {
    return { ...NOTHING, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return NOTHING;
  }
}

export type MicrophoneAnswer =
  | 'allowed'
  | 'microphone-refused'
  | 'microphone-missing'
  | 'unsupported';

/** Microphones and loudspeakers: which there are, which are chosen, and how loud it is. */
export class AudioDevices {
  #now: Hardware = { ...remembered(), microphones: [], speakers: [] };
  #device: SdkDevice | null = null;
  #used: string | null = null;
  readonly #media = navigator.mediaDevices as MediaDevices | undefined;
  readonly #changed = () => void this.refresh();

  /**
   * @param onChange something is otherwise
   * @param onLost the chosen microphone, by its name, was unplugged: the system's own is used
   */
  constructor(
    readonly onChange: () => void,
    readonly onLost: (name: string) => void,
  ) {}

  get now(): Hardware {
    return this.#now;
  }

  start(): void {
    this.#media?.addEventListener?.('devicechange', this.#changed);
    void this.refresh();
  }

  stop(): void {
    this.#media?.removeEventListener?.('devicechange', this.#changed);
  }

  /** Asks for the microphone, from a click. */
  async allow(): Promise<MicrophoneAnswer> {
    if (!this.#media?.getUserMedia) return 'unsupported';
    try {
      const stream = await this.#media.getUserMedia({ audio: true });
      for (const track of stream.getTracks()) track.stop();
      await this.refresh();
      return 'allowed';
    } catch (error) {
      const name = (error as Error).name;
      return name === 'NotFoundError' || name === 'NotReadableError'
        ? 'microphone-missing'
        : 'microphone-refused';
    }
  }

  async refresh(): Promise<void> {
    const all = (await this.#media?.enumerateDevices?.().catch(() => [])) ?? [];
    const of = (kind: MediaDeviceKind): Device[] =>
      all
        .filter((one) => one.kind === kind && one.deviceId !== '' && one.deviceId !== 'default')
        .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
    const former = this.#now.microphones;
    this.#now = { ...this.#now, microphones: of('audioinput'), speakers: of('audiooutput') };
    this.#tellLost(former);
    this.onChange();
    await this.#apply();
  }

  /** The device that speaks by them. */
  async serve(device: SdkDevice | null): Promise<void> {
    this.#device = device;
    this.#used = null;
    await this.#apply();
  }

  async choose(part: keyof Choice, id: string | null): Promise<void> {
    this.#now = { ...this.#now, [part]: id };
    const { microphone, speaker, ringer } = this.#now;
    try {
      localStorage.setItem(KEY, JSON.stringify({ microphone, speaker, ringer }));
    } catch {
      // storage is blocked; the choice lives as long as the page
    }
    this.onChange();
    await this.#apply();
  }

  /** How loud the chosen microphone is, until the answer is called. */
  onLevel(listener: (level: number) => void): () => void {
    let stop = () => {};
    let over = false;
    void this.#measure(listener).then(
      (stopIt) => {
        if (over) stopIt();
        else stop = stopIt;
      },
      () => listener(0), // not allowed: the phone's readiness says so
    );
    return () => {
      over = true;
      stop();
    };
  }

  async #measure(listener: (level: number) => void): Promise<() => void> {
    const media = this.#media;
    if (!media) throw new Error('no microphones here');
    const id = this.#present('microphone');
    const stream = await media.getUserMedia({
      audio: id === null ? true : { deviceId: { exact: id } },
    });
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(stream).connect(analyser);
    const wave = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(wave);
      const power = wave.reduce((sum, value) => sum + value * value, 0) / wave.length;
      listener(Math.min(1, Math.sqrt(power) / LOUD));
    }, LEVEL_MS);
    return () => {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    };
  }

  /** The chosen one, if it is plugged in. */
  #present(part: keyof Choice): string | null {
    const list = part === 'microphone' ? this.#now.microphones : this.#now.speakers;
    const id = this.#now[part];
    return id !== null && list.some((one) => one.id === id) ? id : null;
  }

  ringer = (): string | null => this.#present('ringer');

  #tellLost(former: readonly Device[]): void {
    const lost = former.find(({ id }) => id === this.#now.microphone);
    if (lost && this.#present('microphone') === null) this.onLost(lost.name);
  }

  async #apply(): Promise<void> {
    const audio = this.#device?.audio;
    if (!audio) return;
    const microphone = this.#present('microphone');
    try {
      if (microphone !== this.#used) {
        this.#used = microphone;
        if (microphone === null) await audio.unsetInputDevice();
        else await audio.setInputDevice(microphone);
      }
      await audio.speakerDevices.set(this.#present('speaker') ?? 'default');
    } catch {
      // In a call the microphone can not be given back, and some browsers choose no loudspeaker.
    }
  }
}
