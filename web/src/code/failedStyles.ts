/**
 * Takes a stylesheet that could not be fetched out of the page. Left there, Vite takes it for one that is being loaded
 * and shows the part it belongs to without it at the next attempt.
 */
export function forgetFailedStyles(page: Document): void {
  page.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.remove();
    },
    true, // such an event does not bubble
  );
}
