// Microphone and speaker of one call.

import { post } from './api.js';
import { audio } from './tones.js';

const LOUD = 0.35; // of the full range: what people speak into a headset

/** How loud something is, 0 to 1, whenever it is asked. */
class Level {
  #analyser;
  #samples;

  constructor(stream) {
    this.#analyser = audio().createAnalyser();
    this.#samples = new Float32Array(this.#analyser.fftSize);
    audio().createMediaStreamSource(stream).connect(this.#analyser);
  }

  get() {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    return Math.min(1, Math.sqrt(power) / LOUD);
  }
}

async function microphone() {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    return null; // refused, absent, or a page that is not from localhost: one can still listen
  }
}

export class CallSound {
  #peer = new RTCPeerConnection();
  #speaker = new Audio();
  #stream;
  #spoken = null;
  #heard = null;

  /**
   * Connects this page's microphone and speaker to a call.
   *
   * @param path of the call in the simulator's API
   * @param changed runs when the connection came or went
   * @throws Error with a sentence that says why not
   */
  static async connect(path, changed) {
    const sound = new CallSound(await microphone(), changed);
    try {
      await sound.#agree(path);
    } catch (refused) {
      sound.close();
      throw refused;
    }
    return sound;
  }

  constructor(stream, changed) {
    this.#stream = stream;
    if (stream) {
      this.#peer.addTrack(stream.getAudioTracks()[0], stream);
      this.#spoken = new Level(stream);
    } else {
      this.#peer.addTransceiver('audio', { direction: 'recvonly' });
    }
    this.#peer.addEventListener('track', (event) => this.#play(event.streams[0] ?? new MediaStream([event.track])));
    this.#peer.addEventListener('connectionstatechange', changed);
  }

  async #agree(path) {
    await this.#peer.setLocalDescription();
    const { answer } = await post(`${path}/sound`, { offer: this.#peer.localDescription.sdp });
    await this.#peer.setRemoteDescription({ type: 'answer', sdp: answer });
  }

  #play(stream) {
    this.#speaker.srcObject = stream;
    this.#speaker.play().catch(() => {}); // the meter still moves; the next click lets it sound
    this.#heard = new Level(stream);
  }

  get hasMicrophone() { return this.#stream !== null; }

  get connected() { return this.#peer.connectionState === 'connected'; }

  get lost() { return ['failed', 'closed', 'disconnected'].includes(this.#peer.connectionState); }

  get muted() { return this.hasMicrophone && !this.#stream.getAudioTracks()[0].enabled; }

  set muted(muted) {
    if (this.hasMicrophone) this.#stream.getAudioTracks()[0].enabled = !muted;
  }

  /** 0 to 1, of what goes out and what comes in. */
  get levels() { return { spoken: this.#spoken?.get() ?? 0, heard: this.#heard?.get() ?? 0 }; }

  close() {
    this.#peer.close();
    this.#speaker.srcObject = null;
    this.#stream?.getTracks().forEach((track) => track.stop());
  }
}
