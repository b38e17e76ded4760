// Only for development: takes pictures of pages of the running demo and lets axe judge them.
//   node dev/look.mjs out-dir  name=/path[@width][@dark][@js:code] …
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launch } from './browser.mjs';

const [out, ...wanted] = process.argv.slice(2);
const base = process.env.BASE ?? 'http://localhost:4173';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HEIGHT = { 390: 844, 1000: 800, 1440: 900 };

mkdirSync(out, { recursive: true });
const browser = await launch();
let bad = 0;
for (const one of wanted) {
  const [, name, path, ...options] = /^([^=]+)=([^@]+)(?:@(.*))?$/s.exec(one);
  const parts = (options[0] ?? '').split('@');
  const width = Number(parts.find((part) => /^\d+$/.test(part)) ?? 1440);
  const theme = parts.includes('dark') ? 'dark' : 'light';
  const page = await browser.page();
  await page.open(base + path, { width, height: HEIGHT[width] ?? 900, theme });
  for (const script of parts.filter((part) => part.startsWith('js:'))) {
    await page.evaluate(
      `(async () => { const wait = (ms) => new Promise((d) => setTimeout(d, ms)); ${script.slice(3)}; await wait(350) })()`,
    );
  }
  writeFileSync(join(out, `${name}.png`), await page.screenshot());
  await page.evaluate(axe);
  const found = await page.evaluate(`axe.run().then(({ violations }) => violations)`);
  const faults = found.map(({ impact, id, nodes }) => {
    const where = nodes.slice(0, 3).map(({ target, any }) => `${target} ${any[0]?.message ?? ''}`);
    return `${impact} ${id}: ${where.join(' | ')}`;
  });
  const complaints = [...page.complaints, ...faults];
  bad += complaints.length;
  console.log(name, complaints.length === 0 ? 'clean' : `\n  ${complaints.join('\n  ')}`);
}
await browser.close();
process.exitCode = bad > 0 ? 1 : 0;
