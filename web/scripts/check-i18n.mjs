// Every language says everything: the same keys and placeholders as English, nothing left over.
// That a key used in the code exists is the compiler's part (src/i18n/index.ts).
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src');
const catalogue = (name) => JSON.parse(readFileSync(join(src, 'i18n', name), 'utf8'));

function flatten(node, prefix = '') {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const placeholders = (text) =>
  [...text.matchAll(/{{(\w+)}}/g)]
    .map(([, name]) => name)
    .sort()
    .join();

const faults = [];
const english = new Map(flatten(catalogue('en.json')));
for (const file of readdirSync(join(src, 'i18n')).filter((name) => /^[a-z]{2}\.json$/.test(name))) {
  const other = new Map(flatten(catalogue(file)));
  for (const [key, text] of english) {
    const said = other.get(key);
    if (!said) faults.push(`${file}: ${key} is missing`);
    else if (placeholders(said) !== placeholders(text))
      faults.push(`${file}: ${key} has other placeholders`);
  }
  for (const key of other.keys())
    if (!english.has(key)) faults.push(`${file}: ${key} is not in en.json`);
}

// A key is used when it, or the part before its last dots in a template, stands in the code.
const code = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');
const prefixes = [...code.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map(([, prefix]) => prefix);
for (const key of english.keys()) {
  const plain = key.replace(/_(zero|one|other)$/, '');
  const used = code.includes(`'${plain}'`) || prefixes.some((prefix) => plain.startsWith(prefix));
  if (!used) faults.push(`en.json: ${key} is never used`);
}

for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
