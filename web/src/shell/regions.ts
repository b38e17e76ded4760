/** Marks a part of the window between which Ctrl+F6 jumps, in the order in which they stand. */
export const REGION = { 'data-region': '', tabIndex: -1 } as const;

/** Moves the focus to the next part of the window, and from the last to the first. */
export function focusNextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.checkVisibility?.() ?? true,
  );
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  regions[(current + 1) % regions.length]?.focus();
}
