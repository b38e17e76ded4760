/** `desk.quillmere.example` of an address; what is none stays. */
export const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).host : address;
