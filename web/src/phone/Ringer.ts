/** European cadence: one second of tone, three of silence. */
const ON_S = 1;
const CYCLE_S = 4;
/** Two tones that beat, quiet enough for a headset. */
const TONES_HZ = [480, 620] as const;
const VOLUME = 0.16;
const TEST_MS = 1_600;

interface Playing {
  stop(): void;
}

/** Rings, with a sound of our own making: nothing is fetched. */
export class Ringer {
  #context: AudioContext | null = null;
  #playing: Playing | null = null;
  #sink = '';

  /** From a click, after which browsers let a page sound. */
  async prime(): Promise<void> {
    this.#context ??= typeof AudioContext === 'undefined' ? null : new AudioContext();
    if (this.#context?.state === 'suspended') await this.#context.resume().catch(() => {});
  }

  get rings(): boolean {
    return this.#playing !== null;
  }

  ring(): void {
    if (this.#playing === null) this.#playing = this.#play();
  }

  quiet(): void {
    this.#playing?.stop();
    this.#playing = null;
  }

  /** @param id null for the system's own choice */
  through(id: string | null): void {
    this.#sink = id ?? '';
    if (this.#playing !== null) {
      this.quiet();
      this.ring();
    }
  }

  async test(): Promise<void> {
    await this.prime();
    const playing = this.#play();
    await new Promise((resolve) => setTimeout(resolve, TEST_MS));
    playing?.stop();
  }

  #play(): Playing | null {
    const context = this.#context;
    if (context === null) return null;
    const gain = context.createGain();
    gain.gain.value = 0;
    const cadence = () => {
      const at = context.currentTime;
      gain.gain.setTargetAtTime(VOLUME, at, 0.02);
      gain.gain.setTargetAtTime(0, at + ON_S, 0.04);
    };
    const tones = TONES_HZ.map((hz) => {
      const tone = context.createOscillator();
      tone.frequency.value = hz;
      tone.connect(gain);
      tone.start();
      return tone;
    });
    const out = context.createMediaStreamDestination();
    gain.connect(out);
    const element = new Audio();
    element.srcObject = out.stream;
    if (this.#sink !== '') void element.setSinkId?.(this.#sink).catch(() => {}); // gone: the usual one
    void Promise.resolve(element.play()).catch(() => {}); // not allowed to sound: the window still shows it
    cadence();
    const timer = setInterval(cadence, CYCLE_S * 1_000);
    return {
      stop() {
        clearInterval(timer);
        element.pause();
        element.srcObject = null;
        for (const tone of tones) tone.stop();
        gain.disconnect();
      },
    };
  }
}
