import { type FocusEvent, useLayoutEffect, useRef } from 'react';

interface Held {
  /** The call whose card has the focus, and which of its buttons. */
  callId: string | undefined;
  act: string | undefined;
  /** What had the focus before it went to the cards. */
  before: Element | null;
}

/**
 * Keeps the focus of somebody who went into the cards: on the same button while its card grows or shrinks, on the card
 * that the arrows choose, and back where it came from when the card goes.
 */
export function useOfferFocus() {
  const held = useRef<Held | null>(null);

  useLayoutEffect(() => {
    const was = held.current;
    if (!was) return;
    const { activeElement, body } = document;
    const wanted = buttonOf(was);
    if (wanted) {
      if (wanted !== activeElement) wanted.focus();
    } else if (activeElement === null || activeElement === body) {
      held.current = null;
      if (was.before instanceof HTMLElement && was.before.isConnected) was.before.focus();
    }
  });

  return {
    /** The focus, if it is in the cards, goes to this call's once it is drawn. */
    follow(callId: string): void {
      const was = held.current;
      if (was) held.current = { ...was, callId, act: was.act ?? 'answer' };
    },
    handlers: {
      onFocus({ target, relatedTarget, currentTarget }: FocusEvent<HTMLElement>): void {
        const { before = null } = held.current ?? {};
        held.current = {
          callId: target.closest<HTMLElement>('[data-offer]')?.dataset.offer,
          act: target.dataset.act,
          before: currentTarget.contains(relatedTarget) ? before : (relatedTarget ?? before),
        };
      },
      /** Gone elsewhere by itself; not so when the whole window loses the focus, for then it comes back here. */
      onBlur({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>): void {
        if (currentTarget.contains(relatedTarget)) return;
        if (relatedTarget || !currentTarget.contains(document.activeElement)) held.current = null;
      },
    },
  };
}

const buttonOf = ({ callId, act }: Held): HTMLElement | null =>
  callId && act
    ? document.querySelector(`[data-offer="${CSS.escape(callId)}"] [data-act="${CSS.escape(act)}"]`)
    : null;
