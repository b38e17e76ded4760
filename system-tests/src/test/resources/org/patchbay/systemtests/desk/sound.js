// Put before a page, after a line that sets `hz`: a known tone in place of the microphone's sound, once the browser
// has allowed the microphone, and an ear on whatever any peer connection receives.
(() => {
  if (!navigator.mediaDevices) return; // not a page that could call
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context, { frequency: hz });
  const microphone = context.createMediaStreamDestination();
  oscillator.connect(new GainNode(context, { gain: 0.3 })).connect(microphone);
  oscillator.start();

  const allowed = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    for (const track of (await allowed(wanted)).getTracks()) track.stop();
    await context.resume();
    return microphone.stream.clone();
  };

  const ear = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(...options) {
      super(...options);
      this.addEventListener('track', ({ track }) =>
        context.createMediaStreamSource(new MediaStream([track])).connect(ear),
      );
    }
  };

  const level = (tone) => {
    const bins = new Float32Array(ear.frequencyBinCount);
    ear.getFloatFrequencyData(bins);
    const bin = Math.round((tone * ear.fftSize) / context.sampleRate);
    return Math.max(...bins.subarray(bin - 2, bin + 3));
  };
  window.hears = (tone) => level(tone) > -45;
})();
