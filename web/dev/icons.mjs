// Draws the icons of the installed desk from src/ui/mark.svg into public/: node dev/icons.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const mark = readFileSync(join(web, 'src/ui/mark.svg'), 'utf8');
const GROUND = /<rect[^>]*fill="([^"]+)"/.exec(mark)[1];

const CLEAR = { r: 0, g: 0, b: 0, a: 0 };

/** Squares with the ground to the edge: a mask cuts at most 10 % from each side, so the drawing stays within 80 %. */
const filled = (scale) => {
  const inner = mark.replace(/<rect[^>]*\/>/, '').replace('<svg ', `<svg style="scale:${scale}" `);
  return `<body style="margin:0;background:${GROUND}"><main>${inner}</main>`;
};
const ICONS = [
  { name: 'icon-192', size: 192, html: `<body style="margin:0"><main>${mark}</main>` },
  { name: 'icon-512', size: 512, html: `<body style="margin:0"><main>${mark}</main>` },
  { name: 'icon-maskable-512', size: 512, html: filled(0.8) },
  { name: 'apple-touch-icon', size: 180, html: filled(0.9) },
];

mkdirSync(join(web, 'public'), { recursive: true });
const browser = await launch();
try {
  for (const { name, size, html } of ICONS) {
    const page = await browser.page();
    const sized = html.replaceAll(
      '<svg ',
      `<svg width="${size}" height="${size}" display="block" `,
    );
    await page.open(`data:text/html,${encodeURIComponent(sized)}`, {
      width: 640,
      height: 640,
      theme: 'light',
    });
    await page.call('Emulation.setDefaultBackgroundColorOverride', { color: CLEAR });
    writeFileSync(join(web, 'public', `${name}.png`), await page.screenshot(size));
  }
} finally {
  await browser.close();
}
