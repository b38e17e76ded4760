// What a route costs before it can be used: the brotli size of all JavaScript and CSS that its
// modules import statically, as Vite's manifest tells. Fails above a budget.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));

const ENTRY = 'index.html';
const DESK = 'src/shell/Desk.tsx';
const ROUTES = [
  { name: 'sign-in', modules: ['src/pages/entrance/SignInPage.tsx'], budget: 200 },
  { name: 'invitation', modules: ['src/pages/entrance/InvitationPage.tsx'], budget: 200 },
  { name: 'home', modules: [DESK, 'src/pages/home/HomePage.tsx'], budget: 320 },
  {
    name: 'twilio',
    modules: [DESK, 'src/pages/settings/SettingsLayout.tsx', 'src/pages/twilio/TwilioPage.tsx'],
    budget: 320,
  },
  { name: 'messages', modules: [DESK, 'src/pages/messages/MessagesPage.tsx'], budget: 320 },
  { name: 'contacts', modules: [DESK, 'src/pages/contacts/ContactsPage.tsx'], budget: 320 },
  { name: 'contact', modules: [DESK, 'src/pages/contacts/ContactPage.tsx'], budget: 320 },
  { name: 'calls', modules: [DESK, 'src/pages/calls/CallsPage.tsx'], budget: 320 },
  { name: 'call', modules: [DESK, 'src/pages/calls/CallPage.tsx'], budget: 320 },
  { name: 'live', modules: [DESK, 'src/pages/live/LivePage.tsx'], budget: 320 },
  {
    name: 'call rules',
    modules: [
      DESK,
      'src/pages/settings/SettingsLayout.tsx',
      'src/pages/callSettings/CallSettingsPage.tsx',
    ],
    budget: 320,
  },
  { name: 'people', modules: [DESK, 'src/pages/people/PeoplePage.tsx'], budget: 320 },
  { name: 'audit log', modules: [DESK, 'src/pages/audit/AuditPage.tsx'], budget: 320 },
  { name: 'profile', modules: [DESK, 'src/pages/profile/ProfilePage.tsx'], budget: 320 },
];

/** The files of a module and of all that it imports statically. */
function filesOf(module, files = new Set()) {
  const chunk = manifest[module];
  if (!chunk) throw new Error(`${module} is not in the manifest; build first`);
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const imported of chunk.imports ?? []) filesOf(imported, files);
  return files;
}

const sizes = new Map();
function brotli(file) {
  const size = sizes.get(file) ?? brotliCompressSync(readFileSync(join(dist, file))).length;
  sizes.set(file, size); // routes share most of their files
  return size;
}
let over = false;
for (const { name, modules, budget } of ROUTES) {
  const files = new Set([ENTRY, ...modules].flatMap((module) => [...filesOf(module)]));
  const kilobytes = [...files].reduce((sum, file) => sum + brotli(file), 0) / 1000;
  over ||= kilobytes > budget;
  const verdict = kilobytes > budget ? 'OVER' : 'of';
  console.log(`${name.padEnd(12)} ${kilobytes.toFixed(1).padStart(6)} kB ${verdict} ${budget} kB`);
}
process.exitCode = over ? 1 : 0;
