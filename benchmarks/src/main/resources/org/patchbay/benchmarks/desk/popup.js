// Notes in a desk's page when it was told of a call and when it showed that, in epoch milliseconds: one machine has
// one clock, by which the pages of several desks are compared.
globalThis.popup = { at: {} };
{
  const CARD = '[aria-label="Calls for you"] article[aria-label]';
  const epoch = (moment) => performance.timeOrigin + moment;
  const note = (name, moment) => {
    popup.at[name] ??= epoch(moment);
  };
  /** The frame after the one that shows it has begun: by then it is painted. */
  const painted = (then) =>
    requestAnimationFrame(() => requestAnimationFrame(() => then(performance.now())));
  const isShown = () => document.querySelector(CARD) !== null;
  let was = false;

  popup.forget = () => {
    popup.at = {};
  };

  window.WebSocket = class extends WebSocket {
    constructor(...args) {
      super(...args);
      this.addEventListener('message', ({ data, timeStamp }) => {
        const type = /^\{"seq":\d+,"type":"call\.(\w+)"/.exec(data)?.[1];
        if (type === undefined) return;
        note(type, timeStamp);
        if (type === 'updated' && /"stage": ?"talking"/.test(data)) note('spoken', timeStamp);
      });
    }
  };

  addEventListener('click', ({ timeStamp }) => note('pressed', timeStamp), true);
  new MutationObserver(() => {
    const is = isShown();
    if (is === was) return;
    was = is;
    const { at } = popup;
    painted((moment) => {
      if (at === popup.at) note(is ? 'shown' : 'gone', moment);
    });
  }).observe(document, { childList: true, subtree: true });
}
