/** Where a new workspace probably is: the browser's time zone, and the country of its first language that names one. */
export function placeHere(): { country: string | undefined; timeZone: string } {
  const regions = navigator.languages.map((tag) => new Intl.Locale(tag).region);
  return {
    country: regions.find((region) => region && /^[A-Z]{2}$/.test(region)),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
