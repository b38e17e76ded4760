/** What the contract takes as `csv`, in characters. */
export const LARGEST = 5_000_000;

export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** UTF-8, else what spreadsheets on Windows write: UTF-16 with its mark, or Windows-1252. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * The text of a file. Nothing is parsed here: the server does, and shows what it found.
 *
 * @throws TooLarge before anything is read of a file that cannot be taken
 */
export async function textOf(file: Blob): Promise<string> {
  if (file.size > LARGEST * 2) throw new TooLarge();
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  if (text.length > LARGEST) throw new TooLarge();
  return text;
}
