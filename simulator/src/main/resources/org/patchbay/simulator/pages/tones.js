// Short tones made in the page: ringing, and keys. Without a gesture browsers stay silent; nothing breaks.

const KEY_TONES = {
  1: [697, 1209], 2: [697, 1336], 3: [697, 1477],
  4: [770, 1209], 5: [770, 1336], 6: [770, 1477],
  7: [852, 1209], 8: [852, 1336], 9: [852, 1477],
  '*': [941, 1209], 0: [941, 1336], '#': [941, 1477],
};
const RING = [440, 480];
const QUIET = 0.06;

let context = null;

/** The page's one audio context, woken if the browser allows. */
export function audio() {
  context ??= new AudioContext();
  if (context.state === 'suspended') context.resume().catch(() => {});
  return context;
}

function sound(frequencies, seconds) {
  const out = audio();
  const volume = out.createGain();
  volume.gain.value = QUIET;
  volume.connect(out.destination);
  return frequencies.map((frequency) => {
    const tone = out.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(volume);
    tone.start();
    tone.stop(out.currentTime + seconds);
    return tone;
  });
}

export function keyTone(key) {
  if (KEY_TONES[key]) sound(KEY_TONES[key], 0.12);
}

/** Rings until it is stopped; answers the function that stops it. */
export function ringtone() {
  let tones = sound(RING, 1);
  const timer = setInterval(() => { tones = sound(RING, 1); }, 3000);
  return () => {
    clearInterval(timer);
    tones.forEach((tone) => tone.stop());
  };
}
