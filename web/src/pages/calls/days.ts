/**
 * The day of a time, here, as a key: the time at which it began. Calls stand in order, so the day before is nearly
 * always the right one, and a hundred thousand of them need a hundred thousand comparisons and few dates.
 */
export function dayKeys(): (iso: string) => string {
  let from = 0;
  let to = 0;
  let key = '';
  return (iso) => {
    const at = Date.parse(iso);
    if (at < from || at >= to || key === '') {
      const date = new Date(at);
      const begin = new Date(date.getFullYear(), date.getMonth(), date.getDate());
      from = begin.getTime();
      to = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
      key = begin.toISOString();
    }
    return key;
  };
}
