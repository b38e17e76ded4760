/** The items from one on, and how many newer ones wait; all of them when the one is not there. */
export function held<T extends { id: string }>(
  items: readonly T[],
  from: string | undefined,
): { shown: readonly T[]; waiting: number } {
  const waiting =
    from === undefined
      ? 0
      : Math.max(
          0,
          items.findIndex(({ id }) => id === from),
        );
  return { shown: waiting === 0 ? items : items.slice(waiting), waiting };
}
