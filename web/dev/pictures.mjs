// Only for development: takes the pictures of the documentation anew, each in light and dark, from demos of its own.
//   npm run build && node dev/pictures.mjs [name …]      into ../docs/images/desk
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', '..', 'docs', 'images', 'desk');
const wanted = process.argv.slice(2);
const SIZE = { width: 1280, height: 800 };

/** What the scripts of the pictures may use in the page. */
const TOOLS = `
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const found = async (selector, text = '') => {
    for (let i = 0; i < 50; i++) {
      const one = [...document.querySelectorAll(selector)].find((element) =>
        (element.getAttribute('aria-label') ?? element.textContent).includes(text));
      if (one) return one;
      await wait(100);
    }
    throw new Error('not on the page: ' + selector + ' ' + text);
  };
  const press = async (...what) => (await found(...what)).click();
  const write = (field, text) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };`;
const AWAKE = `await press('main [role=status] button'); await wait(1200);`;
const CSV = [
  'Name,Company,Mobile,Email,Tags',
  'Inês Carvalho,Carvalho Joinery,(415) 555-0132,ines@carvalho.example,Trade',
  'Leif Sandberg,,206-555-0114,leif@sandberg.example,Oak range',
  'Maya Lindgren,Harbour Hotel,312 555 0171,,Press',
  'Sven Baum,,206 555 01,,',
].join('\\n');

const NEW = ['--alone', '--calls=0', '--quiet', '--contacts=0'];
const RUNNING = ['--twilio=ready', '--numbers=8', '--calls=1500', '--contacts=120'];

/** Each: the options of its demo, where it is, and what is done there first. */
const PICTURES = {
  'sign-in': { demo: [...NEW, '--signed-out'], path: '/sign-in' },
  home: { demo: NEW, path: '/' },
  calls: { path: '/calls', run: AWAKE },
  call: {
    path: '/calls',
    run: `${AWAKE} const short = [...document.querySelectorAll('[role=row]')].find((row) =>
        /[^0-9][12]:\\d\\d$/.test(row.querySelector('[role=cell]:nth-last-child(2)')?.textContent ?? ''));
      short.querySelector('a').click(); await press('button', 'Play'); await wait(3500);`,
  },
  live: { demo: RUNNING, path: '/live', run: AWAKE },
  contacts: { path: '/contacts', run: AWAKE },
  contact: {
    path: '/contacts?find=In%C3%AAs',
    run: `${AWAKE} await press('a[data-row-focus]', 'Inês Carvalho'); await wait(1500);`,
  },
  import: {
    path: '/contacts',
    run: `${AWAKE} await press('button', 'Import');
      write(await found('[role=dialog] textarea'), '${CSV}');
      await wait(300); await press('[role=dialog] button', 'Look at it'); await wait(1500);`,
  },
  numbers: { path: '/settings/numbers', run: AWAKE },
  'call-settings': { path: '/settings/calls', run: AWAKE },
  people: { path: '/people', run: AWAKE },
  twilio: { path: '/settings/twilio', run: AWAKE },
  offers: { path: '/calls', call: 'two', run: AWAKE },
  'in-a-call': {
    path: '/contacts?find=Jonah',
    call: 'talking',
    run: `${AWAKE} await press('a[data-row-focus]', 'Jonah Reyes'); await wait(800);`,
  },
  'wrap-up': { path: '/calls', call: 'wrap-up', run: AWAKE },
  dialpad: {
    path: '/calls',
    run: `${AWAKE} await press('button[aria-label^="Dial"], button[title^="Dial"]');
      await wait(400); write(await found('[role=combobox][aria-controls="softphone-matches"]'), '+1 206');`,
  },
};

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** A demo of its own for a picture, so that none shows what was done for another. */
async function demo(options) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(here, 'server.mjs'), ...options], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', (code) => reject(new Error(`the demo ended with ${code}`)));
  });
  return { address: `http://localhost:${port}`, end: () => child.kill() };
}

mkdirSync(out, { recursive: true });
const browser = await launch();
let bytes = 0;
try {
  for (const [name, { demo: options = [...RUNNING, '--quiet'], path, call, run }] of Object.entries(
    PICTURES,
  )) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const theme of ['light', 'dark']) {
      const { address, end } = await demo(options);
      try {
        if (call) await fetch(`${address}/demo/call/${call}`);
        const page = await browser.page();
        await page.open(address + path, { ...SIZE, theme });
        if (run) await page.evaluate(`(async () => { ${TOOLS} ${run} await wait(700); })()`);
        const picture = await page.picture();
        writeFileSync(join(out, `${name}-${theme}.webp`), picture);
        bytes += picture.length;
        console.log(name, theme, `${Math.round(picture.length / 1024)} kB`, ...page.complaints);
        await page.close();
      } finally {
        end();
      }
    }
  }
} finally {
  await browser.close();
}
console.log(`${Math.round(bytes / 1024)} kB in all`);
