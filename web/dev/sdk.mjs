// Only for development: stands in for Twilio's voice SDK in the demo. It registers at once, says nothing and hears nothing.
class Emitter {
  #listeners = new Map();
  on(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }
  emit(event, ...args) {
    for (const listener of this.#listeners.get(event) ?? []) listener(...args);
  }
}

class Call extends Emitter {
  customParameters = new Map();
  #status = 'connecting';
  status = () => this.#status;
  accept() {
    setTimeout(() => {
      this.#status = 'open';
      this.emit('accept', this);
      if (!this.weak) return;
      this.emit('warning', 'high-packet-loss');
      this.emit('sample', { packetsLostFraction: 8 });
    }, 150);
  }
  reject() {}
  disconnect() {
    if (this.#status === 'closed') return;
    this.#status = 'closed';
    this.emit('disconnect', this);
  }
  mute() {}
  sendDigits() {}
}

export class Device extends Emitter {
  static isSupported = true;
  state = 'unregistered';
  audio = null;
  #calls = [];
  get isBusy() {
    return this.#calls.some((call) => call.status() === 'open');
  }
  async register() {
    const { rings, weak } = await (await fetch('/demo/sdk')).json();
    this.state = 'registered';
    this.emit('registered');
    if (!rings) return;
    const call = this.#call();
    call.weak = weak;
    call.customParameters.set('callId', rings);
    this.emit('incoming', call);
  }
  async connect() {
    const call = this.#call();
    call.accept();
    return call;
  }
  #call() {
    const call = new Call();
    this.#calls.push(call);
    return call;
  }
  updateToken() {}
  destroy() {
    for (const call of this.#calls) call.disconnect();
    this.state = 'destroyed';
  }
}
