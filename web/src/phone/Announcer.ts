import type { Call } from '../api/types';

/** Browser notifications of calls that ring, while nobody looks at the window. */
export class Announcer {
  readonly #shown = new Map<string, Notification>();

  /** @param sentence title and text of a call that rings */
  constructor(readonly sentence: (call: Call) => { title: string; body: string }) {}

  /** From a click. */
  ask(): void {
    if (typeof Notification !== 'undefined' && Notification.permission === 'default')
      void Notification.requestPermission();
  }

  /** @param looking whether the window is in front */
  show(offers: readonly Call[], looking: boolean): void {
    for (const [id, shown] of this.#shown) {
      if (!looking && offers.some((offer) => offer.id === id)) continue;
      shown.close();
      this.#shown.delete(id);
    }
    if (looking || typeof Notification === 'undefined' || Notification.permission !== 'granted')
      return;
    for (const offer of offers) if (!this.#shown.has(offer.id)) this.#open(offer);
  }

  #open(offer: Call): void {
    const { title, body } = this.sentence(offer);
    try {
      const shown = new Notification(title, { body, tag: offer.id, requireInteraction: true });
      shown.onclick = () => {
        window.focus();
        shown.close();
      };
      this.#shown.set(offer.id, shown);
    } catch {
      // Chrome on Android has notifications of service workers only.
    }
  }
}
