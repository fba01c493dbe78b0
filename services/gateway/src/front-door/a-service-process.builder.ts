import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A plain HTTP server that tells what it was asked; run as a process of its own, so that it can be killed. */
const program = `
const { createServer } = require('node:http');
const { createHash } = require('node:crypto');
let seen = 0, aborted = 0, hung = 0, hanging = 0, why = [];
process.stdin.resume().on('end', () => process.exit()); // the test is gone
createServer((request, response) => {
  const url = new URL(decodeURI(request.url), 'http://x'); // a path as a router reads it
  const json = (status, value, headers = {}) => {
    const body = Buffer.from(JSON.stringify(value));
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length, ...headers }).end(body);
  };
  if (url.pathname === '/readyz') return json(200, { status: why.length > 0 ? 'degraded' : 'ready', why });
  if (url.pathname === '/unwell') return json(200, (why = ['the oldest event to send waits for 20 s']));
  if (url.pathname === '/openapi.json')
    return json(200, { openapi: '3.1.0', paths: { ['/api/v1/' + process.argv[1]]: { get: { operationId: process.argv[1] } } }, components: {} });
  if (url.pathname.endsWith('/seen')) return json(200, { seen, aborted, hung, hanging });
  seen += 1;
  if (url.pathname.endsWith('/hangs')) {
    hung += 1;
    hanging += 1;
    response.on('close', () => (hanging -= 1));
    return;
  }
  if (url.pathname.endsWith('/dies')) return request.socket.destroy();
  if (url.pathname.endsWith('/events')) {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    let n = 0;
    const timer = setInterval(() => response.write('data: ' + n++ + '\\n\\n'), 20);
    response.on('close', () => { clearInterval(timer); aborted += 1; });
    return;
  }
  const hash = createHash('sha256');
  let bytes = 0, text = '';
  request.on('data', (chunk) => { bytes += chunk.length; hash.update(chunk); if (bytes < 4096) text += chunk; });
  request.on('end', () => {
    const status = Number(url.searchParams.get('status') ?? 200);
    const frames = url.searchParams.get('frames'); // a service that says what browsers may do, as ours
    const type = url.searchParams.get('type') ?? 'application/json';
    const knows = url.searchParams.get('knows'); // up to when a service knows of others
    const told = knows === null ? {} : { 'x-knows-up-to': knows };
    const guarded = frames === null ? {} : { 'x-content-type-options': 'nosniff', 'x-frame-options': frames };
    json(status, { method: request.method, url: request.url, headers: request.headers, bytes, text, sha256: hash.digest('hex') },
      { 'content-type': type, etag: '"v1"', 'keep-alive': 'timeout=5', 'x-mine': 'yes', ...guarded, ...told });
  });
}).listen(Number(process.argv[2]), '127.0.0.1', function () { console.log(this.address().port); });
`;

export type ServiceProcess = {
  readonly url: string;
  kill(): Promise<void>;
  /** The same port again. */
  restart(): Promise<void>;
};

/** @param segment the path of the API it describes in its OpenAPI document */
export async function aServiceProcess(segment: string): Promise<ServiceProcess> {
  let child: ChildProcess;
  const start = async (port: number): Promise<number> => {
    child = spawn(process.execPath, ['-e', program, segment, String(port)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    return Number(line.toString());
  };
  const port = await start(0);
  return {
    url: `http://127.0.0.1:${port}`,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    restart: async () => void (await start(port)),
  };
}
