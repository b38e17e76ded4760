import { useCallback, useEffect, useRef, useState } from 'react';
import type WaveSurfer from 'wavesurfer.js';
import { cspNonce } from '../../app/csp';

/** Longer recordings are streamed without their picture: to draw it, all of one would have to be unpacked here. */
const DRAWN_SECONDS = 30 * 60;
/** What is shown of those: a plain bar, in which one goes about as in a waveform. */
const BAR = { barWidth: 4, barGap: 0, barRadius: 0, barMinHeight: 6, peaks: [[0, 0]] };

export type PlayerState = 'idle' | 'loading' | 'ready' | 'failed';

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Loads the waveform player when a recording is played for the first time: listening is noted by the server. */
export function usePlayer(address: string, seconds: number | null, channels: number | null) {
  const drawn = (seconds ?? 0) <= DRAWN_SECONDS;
  const box = useRef<HTMLDivElement>(null);
  const player = useRef<WaveSurfer>(undefined);
  const [state, setState] = useState<PlayerState>('idle');
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(seconds ?? 0);
  const [speed, setSpeed] = useState(1);

  useEffect(() => {
    return () => {
      player.current?.destroy();
      player.current = undefined;
    };
  }, []);

  const load = useCallback(async () => {
    const container = box.current;
    if (!container || player.current) return;
    setState('loading');
    try {
      const { default: WaveSurfer } = await import('wavesurfer.js');
      const line = token('--pb-line-cord');
      const quiet = token('--pb-rule-field');
      const made = WaveSurfer.create({
        container,
        url: address,
        cspNonce: cspNonce(),
        height: channels === 2 && drawn ? 34 : 68,
        waveColor: quiet,
        progressColor: line,
        cursorColor: token('--pb-text'),
        cursorWidth: 2,
        barWidth: 2,
        barGap: 2,
        barRadius: 2,
        barMinHeight: 1,
        dragToSeek: true,
        ...(channels === 2 && drawn ? { splitChannels: [{}, {}] } : {}),
        ...(drawn ? {} : { ...BAR, duration: seconds ?? 0 }),
      });
      player.current = made;
      made.on('ready', (duration) => {
        setLength(duration);
        setState('ready');
        void made.play().catch(() => {}); // a browser that plays nothing yet: pressed again it does
      });
      made.on('play', () => setPlaying(true));
      made.on('pause', () => setPlaying(false));
      made.on('finish', () => setPlaying(false));
      made.on('timeupdate', setAt);
      made.on('error', () => {
        setState('failed');
        made.destroy();
        player.current = undefined;
      });
    } catch {
      setState('failed');
    }
  }, [address, channels, seconds, drawn]);

  const toggle = useCallback(() => {
    if (player.current) void player.current.playPause();
    else void load();
  }, [load]);

  return {
    box,
    /** Whether its waveform is shown. */
    drawn,
    state,
    playing,
    at,
    length,
    speed,
    toggle,
    back: (by: number) =>
      player.current?.setTime(Math.max(0, player.current.getCurrentTime() - by)),
    choose: (rate: number) => {
      setSpeed(rate);
      player.current?.setPlaybackRate(rate, true);
    },
  };
}
