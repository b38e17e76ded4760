// Generates src/api/schema.ts from the contract, or with --check fails when the file is stale.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const generator = join(web, 'api-types');
const target = join(web, 'src', 'api', 'schema.ts');
const fresh = `${target}.tmp`;

if (!existsSync(join(generator, 'node_modules', 'openapi-typescript'))) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: generator, stdio: 'inherit' });
}
execFileSync(
  process.execPath,
  [
    join(generator, 'node_modules', 'openapi-typescript', 'bin', 'cli.js'),
    join(web, '..', 'api', 'openapi.yaml'),
    '--output',
    fresh,
  ],
  { cwd: generator, stdio: ['ignore', 'ignore', 'inherit'] },
);
const text = readFileSync(fresh, 'utf8');
rmSync(fresh);

if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('src/api/schema.ts is older than api/openapi.yaml. Run: npm run api-types');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
