// Puts a Brotli and a gzip form beside every text in dist/assets, so that the server sends what was
// compressed once and well instead of compressing for each reader.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const assets = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'assets');
/** Below this the header costs what compression saves. */
const WORTHWHILE = 500;

for (const name of readdirSync(assets).filter((file) => /\.(js|css|svg|json)$/.test(file))) {
  const file = join(assets, name);
  const text = readFileSync(file);
  if (text.length < WORTHWHILE) continue;
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  writeFileSync(`${file}.br`, brotliCompressSync(text, { params: size }));
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
}
