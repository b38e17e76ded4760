/** The nonce that the server put into this page, for the style elements we make at run time. */
export const cspNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** The scroll lock inside Mantine's sheets reads its nonce from here (package get-nonce). */
export function shareNonce(): void {
  (globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = cspNonce();
}
