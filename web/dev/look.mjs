// Only for development: takes pictures of pages of the running demo and lets axe judge them.
//   node dev/look.mjs out-dir  name=/path[@width][@dark][@call:state][@awake][@js:code] …
// `@call:` sets the phone (dev/phone.mjs), `@awake` wakes it, `@twice` has it in another tab.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launch } from './browser.mjs';

const [out, ...wanted] = process.argv.slice(2);
const base = process.env.BASE ?? 'http://localhost:4173';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WAKE = `(async () => {
  for (const button of document.querySelectorAll('main [role=status] button')) button.click();
  await new Promise((done) => setTimeout(done, 1200));
})()`;
const HEIGHT = { 390: 844, 1000: 800, 1440: 900 };

mkdirSync(out, { recursive: true });
const browser = await launch();
let bad = 0;
try {
  for (const one of wanted) {
    const [, name, path, ...options] = /^([^=]+)=([^@]+)(?:@(.*))?$/s.exec(one);
    const parts = (options[0] ?? '').split('@');
    const width = Number(parts.find((part) => /^\d+$/.test(part)) ?? 1440);
    const theme = parts.includes('dark') ? 'dark' : 'light';
    const size = { width, height: HEIGHT[width] ?? 900, theme };
    const call = parts.find((part) => part.startsWith('call:'));
    if (call) await fetch(`${base}/demo/call/${call.slice(5)}`);
    const other = parts.includes('twice') ? await browser.page() : undefined;
    await other?.open(base + path, size);
    await other?.evaluate(WAKE);
    const page = await browser.page();
    await page.open(base + path, size);
    if (parts.includes('awake')) await page.evaluate(WAKE);
    for (const script of parts.filter((part) => part.startsWith('js:'))) {
      await page.evaluate(
        `(async () => { const wait = (ms) => new Promise((d) => setTimeout(d, ms)); ${script.slice(3)}; await wait(350) })()`,
      );
    }
    writeFileSync(join(out, `${name}.png`), await page.screenshot());
    await page.evaluate(axe);
    const found = await page.evaluate(`axe.run().then(({ violations }) => violations)`);
    const faults = found.map(({ impact, id, nodes }) => {
      const where = nodes
        .slice(0, 3)
        .map(({ target, any }) => `${target} ${any[0]?.message ?? ''}`);
      return `${impact} ${id}: ${where.join(' | ')}`;
    });
    const complaints = [...page.complaints, ...faults];
    bad += complaints.length;
    console.log(name, complaints.length === 0 ? 'clean' : `\n  ${complaints.join('\n  ')}`);
    await page.close();
    await other?.close();
  }
} finally {
  await browser.close();
}
process.exitCode = bad > 0 ? 1 : 0;
