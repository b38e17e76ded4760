// Only for development: serves dist/ and an imitation of the API from memory, with the content
// security policy of the real server. `npm run demo -- [--alone] [--signed-out] [--mail] [--lively]`, and the options of dev/twilio.mjs and dev/phone.mjs
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { emit, handle, lastSeq, onEvent, presence } from './api.mjs';
import { aTime, members } from './memory.mjs';
import { isBlocked, sdk, show } from './phone.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(dirname(here), 'dist');
/** The file of Twilio's SDK, in whose place the imitation is served. */
const SDK = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'))[
  'node_modules/@twilio/voice-sdk/esm/twilio.js'
].file;
const port = Number(process.env.PORT ?? 4173);
const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

function serveFile(path, response) {
  const file = path === `/${SDK}` ? join(here, 'sdk.mjs') : join(dist, normalize(path));
  if (path !== '/' && existsSync(file) && extname(file)) {
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    return response.end(readFileSync(file));
  }
  const nonce = randomBytes(16).toString('base64');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  if (isBlocked()) response.setHeader('Permissions-Policy', 'microphone=()');
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self'; manifest-src 'self'; media-src 'self' blob:; connect-src 'self' ws://localhost:${port}; base-uri 'none'; frame-ancestors 'none'; form-action 'self'`,
  );
  response.end(readFileSync(join(dist, 'index.html'), 'utf8').replace('__CSP_NONCE__', nonce));
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, `http://${request.headers.host}`);
  if (url.pathname === '/demo/sdk') return response.end(JSON.stringify(sdk()));
  if (url.pathname.startsWith('/demo/call/')) {
    response.statusCode = show(url.pathname.slice('/demo/call/'.length)) ? 204 : 404;
    return response.end();
  }
  if (url.pathname === '/demo/cut') {
    cut = url.search !== '?off';
    for (const socket of sockets.clients) socket.terminate();
    return response.end();
  }
  if (!/^\/(api|demo)\//.test(url.pathname)) return serveFile(url.pathname, response);
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const [status, body, type] = handle(request.method, url, text ? JSON.parse(text) : undefined);
  response.statusCode = status;
  if (body === undefined || status === 204) return response.end();
  if (type) {
    response.setHeader('Content-Type', type);
    return response.end(body);
  }
  response.setHeader(
    'Content-Type',
    status < 400 ? 'application/json' : 'application/problem+json',
  );
  response.end(JSON.stringify(body));
});

let cut = false;
const sockets = new WebSocketServer({ server, path: '/api/realtime' });
sockets.on('connection', (socket) => {
  if (cut) return socket.terminate();
  const send = (frame) => socket.send(JSON.stringify({ at: aTime(), ...frame }));
  send({ seq: lastSeq(), type: 'hello', data: { heartbeatSeconds: 20, resumed: false } });
  send({ seq: lastSeq(), type: 'snapshot', data: { presence: presence() } });
  onEvent(send);
  const beat = setInterval(() => send({ seq: lastSeq(), type: 'heartbeat' }), 20_000);
  socket.on('message', () => send({ seq: lastSeq(), type: 'heartbeat' }));
  socket.on('close', () => clearInterval(beat));
});

if (process.argv.includes('--lively')) {
  const choices = ['available', 'busy', 'away', 'offline'];
  setInterval(() => {
    const member = members[1 + Math.floor(Math.random() * (members.length - 1))];
    const status = choices[Math.floor(Math.random() * choices.length)];
    member.presence = { memberId: member.id, status, since: aTime() };
    emit('member.presence', member.presence);
  }, 2_000);
}

server.listen(port, '127.0.0.1', () => console.log(`http://localhost:${port}`));
