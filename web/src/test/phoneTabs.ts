import { vi } from 'vitest';
import type { Call } from '../api/types';
import type { MicrophoneAnswer } from '../phone/AudioDevices';
import { PhoneEngine } from '../phone/PhoneEngine';
import { FakeAir, FakeApi, FakeDevice, FakeLocks, ME } from './phone';

export interface FakeTab {
  engine: PhoneEngine;
  devices: FakeDevice[];
  /** Hears nothing any more, as a tab that the browser has put to sleep. */
  sleep(): void;
}

/** A browser in which a member has tabs of the desk open. */
export class FakeBrowser {
  readonly api = new FakeApi();
  readonly air = new FakeAir();
  readonly tabs: FakeTab[] = [];
  locks: FakeLocks | null = new FakeLocks();
  joined: string | null = null;
  legs: string[] = [];
  /** A promise while the browser asks. */
  microphone: MicrophoneAnswer | Promise<MicrophoneAnswer> = 'allowed';
  /** What Twilio says to the devices that are made from now on. */
  twilio: FakeDevice['answers'] = 'ready';
  calls: readonly Call[] = [];

  open({ resumes = false, canCall = true } = {}): FakeTab {
    const devices: FakeDevice[] = [];
    const channel = this.air.open();
    const engine = new PhoneEngine({
      memberId: ME,
      memberName: 'Ann',
      name: 'phone',
      canCall,
      api: this.api,
      device: async (token) => {
        const device = new FakeDevice(token);
        device.answers = this.twilio;
        devices.push(device);
        return device;
      },
      audio: { allow: async () => this.microphone, serve: async () => {} },
      joined: {
        get: () => this.joined,
        set: (id) => {
          if (id !== this.joined) this.legs = [];
          this.joined = id;
        },
        legs: () => this.legs,
        add: (leg) => {
          this.legs.push(leg);
        },
      },
      locks: this.locks,
      channel,
      resumes: async () => resumes,
      onChange: () => {},
    });
    const tab: FakeTab = {
      engine,
      devices,
      sleep() {
        channel.deaf = true;
      },
    };
    this.tabs.push(tab);
    engine.start();
    engine.see(this.calls);
    return tab;
  }

  close(tab: FakeTab): void {
    tab.engine.stop();
    this.tabs.splice(this.tabs.indexOf(tab), 1);
  }

  /** The server says to all tabs which calls live. */
  live(...calls: Call[]): void {
    this.calls = calls;
    for (const { engine } of this.tabs) engine.see(calls);
  }

  /** Devices through which somebody may be heard now. */
  get registered(): FakeDevice[] {
    return this.tabs.flatMap(({ devices }) => devices).filter(({ destroyed }) => !destroyed);
  }

  closeAll(): void {
    for (const tab of [...this.tabs]) this.close(tab);
  }
}

export const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
