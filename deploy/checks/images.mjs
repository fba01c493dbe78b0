// `npm run check:images`: the county edition for real. Builds the image, starts docker-compose.yml under a name, a port and
// secrets of its own beside whatever runs here, takes the tour, kills, repairs, restores a backup, starts again with two of
// the desk's service, takes the tour once more, and removes everything. Skipped, with the reason, where no engine answers.
// The images of PostgreSQL, Kafka and Node are used as they are here, or come from where the engine gets its images.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { root } from './source-files.mjs';

const PROJECT = 'shulian-check';
const UP_SECONDS = 300;
const BACK_SECONDS = 90;

const engine = spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { encoding: 'utf8' });
const client = spawnSync('docker', ['compose', 'version', '--short'], { encoding: 'utf8' });
const absent =
  engine.error !== undefined
    ? 'there is no docker command here'
    : engine.status !== 0
      ? `no container engine answers: ${engine.stderr.trim().split('\n').at(-1)}`
      : client.status !== 0
        ? 'docker has no compose command here'
        : undefined;
if (absent !== undefined) {
  console.log(`check:images skipped: ${absent}`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'shulian-images-'));
const secret = () => randomBytes(24).toString('hex');
const port = await new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const free = server.address().port;
    server.close(() => found(free));
  });
});
const adminPassword = secret();
const secrets = {
  POSTGRES_PASSWORD: secret(),
  READERS_DB_PASSWORD: secret(),
  CATALOG_DB_PASSWORD: secret(),
  CIRCULATION_DB_PASSWORD: secret(),
  ACTIVITIES_DB_PASSWORD: secret(),
  REPORTING_DB_PASSWORD: secret(),
  GATEWAY_DB_PASSWORD: secret(),
  SHULIAN_ADMIN_PASSWORD: adminPassword,
  SHULIAN_CARD_KEY: secret(),
  SHULIAN_PORT: port,
  SHULIAN_VERSION: 'check',
};
const settings = join(folder, 'env');
writeFileSync(
  settings,
  Object.entries(secrets)
    .map(([name, value]) => `${name}=${value}\n`)
    .join(''),
  {
    mode: 0o600,
  },
);
const url = `http://127.0.0.1:${port}`;

/** What a command said and how it ended; a failure is for the caller to judge. */
const run = (args, env = {}) =>
  new Promise((done, fail) => {
    const child = spawn('docker', args, { cwd: root, env: { ...process.env, ...env } });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', fail);
    child.once('close', (code) => done({ code, said: said.trim() }));
  });
const composed = (...args) => ['compose', '--project-name', PROJECT, '--env-file', settings, ...args];
const must = async (args, env) => {
  const { code, said } = await run(args, env);
  if (code !== 0) throw new Error(`docker ${args.join(' ')} ended with ${code}:\n${said}`);
  return said;
};
const compose = (...args) => must(composed(...args));

const began = Date.now();
const seen = (what) =>
  console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${what}`);
const expect = (holds, what) => {
  if (!holds) throw new Error(`not so: ${what}`);
};

const ready = async () => {
  for (const deadline = Date.now() + BACK_SECONDS * 1_000; ; await sleep(500)) {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) })
      .then((response) => response.json())
      .catch((error) => ({ status: String(error) }));
    if (answer.status === 'ready') return;
    if (Date.now() > deadline) throw new Error(`not ready: ${JSON.stringify(answer)}`);
  }
};

const tour = async () => {
  const said = await compose('run', '--rm', '-T', 'tools', 'tour', '--language', 'en');
  const end = said.split('\n').at(-1) ?? '';
  expect(/^End of the tour: [1-9]\d* as expected, 0 off$/.test(end), `the tour ends well\n${said}`);
  return end;
};

const schools = async () => {
  const signIn = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: adminPassword }),
  });
  const { accessToken } = await signIn.json();
  const headers = { authorization: `Bearer ${accessToken}` };
  const { items } = await (await fetch(`${url}/api/v1/schools`, { headers })).json();
  return items.map(({ id }) => id);
};

/** As a crash would: whatever runs in the container is gone at once, and the engine starts it again. */
const crash = async (service, index) => {
  const container = `${PROJECT}-${service}-${index}`;
  const restarts = async () => Number(await must(['inspect', '--format', '{{.RestartCount}}', container]));
  const before = await restarts();
  await run(['exec', container, 'sh', '-c', 'kill -9 -1']);
  for (let waited = 0; (await restarts()) === before; waited += 1) {
    expect(waited < 60, `${container} is started again after a crash`);
    await sleep(500);
  }
};

const VOLUMES = ['postgres', 'kafka', 'signing-key', 'public-keys'];
/** In a volume, and in our own folder under the name it has for the other end. */
const tar = (volume, ours, ...args) =>
  must([
    ...['run', '--rm', '--user', 'root', '--entrypoint', 'tar'],
    ...['-v', `${PROJECT}_${volume}`, '-v', `${folder}:/${ours}`, 'postgres:18', ...args],
  ]);

const checks = async () => {
  await compose('build', '--quiet', 'migrate');
  const megabytes = Number(await must(['image', 'inspect', '--format', '{{.Size}}', 'shulian:check'])) / 1e6;
  seen(`the image is built: ${Math.round(megabytes)} MB`);

  await compose('up', '--detach', '--wait', '--wait-timeout', String(UP_SECONDS));
  await ready();
  seen('docker compose up --wait, on empty volumes: ready');
  seen(await tour());

  const usage = await must(['stats', '--no-stream', '--format', '{{.Name}} {{.CPUPerc}} {{.MemUsage}}']);
  for (const line of usage.split('\n')) if (line.startsWith(PROJECT)) seen(`  ${line}`);

  const before = await schools();
  await crash('circulation', 1);
  await ready();
  seen('circulation was killed, started again and is ready');

  const otherKey = await run(
    composed(
      'run',
      '--rm',
      '-T',
      '--no-deps',
      '-e',
      `SHULIAN_CARD_KEY=${secret()}`,
      'circulation',
      'services/circulation/dist/main.js',
    ),
  );
  expect(
    otherKey.code !== 0 && otherKey.said.includes('SHULIAN_CARD_KEY'),
    `another card key is refused\n${otherKey.said}`,
  );
  const wrong = `postgres://postgres:wrong@postgres:5432/shulian`;
  const migrate = ['migrate', 'deploy/dist/main.js', 'migrate'];
  const refused = await run(
    composed('run', '--rm', '-T', '--no-deps', '-e', `DATABASE_URL=${wrong}`, ...migrate),
  );
  expect(
    refused.code === 1 && refused.said.includes('POSTGRES_PASSWORD'),
    `a wrong password ends the step\n${refused.said}`,
  );
  seen('another card key and a wrong password of the database are refused with a sentence');

  await compose('run', '--rm', '-T', 'tools', 'replay', 'circulation', '--parked');
  await compose('stop', 'reporting');
  await compose(
    'run',
    '--rm',
    '-T',
    '--no-deps',
    'reporting',
    'services/reporting/dist/main.js',
    '--empty-projections',
  );
  await compose('start', 'reporting');
  await ready();
  seen('nothing is parked; the read models of reporting were thrown away and made again');

  // As the chapter on backups of docs/operations.md says it.
  await compose('stop', '--timeout', '30');
  for (const volume of VOLUMES)
    await tar(`${volume}:/from:ro`, 'to', '-C', '/from', '-czf', `/to/${volume}.tar.gz`, '.');
  await compose('down', '--volumes');
  await compose('create');
  for (const volume of VOLUMES)
    await tar(`${volume}:/to`, 'from:ro', '-C', '/to', '-xzf', `/from/${volume}.tar.gz`);
  const two = { SHULIAN_REPLICAS: '2' };
  const up = composed(
    'up',
    '--detach',
    '--wait',
    '--wait-timeout',
    String(UP_SECONDS),
    '--scale',
    'circulation=2',
  );
  await must(up, two);
  await ready();
  const after = await schools();
  expect(
    before.every((id) => after.includes(id)),
    'the schools of before are there after a backup was restored',
  );
  seen(
    'down, volumes removed and restored from a backup, up with two of circulation: ready, the schools are there',
  );
  const touring = tour();
  await Promise.all([touring, sleep(2_000).then(() => crash('circulation', 2))]);
  seen(`${await touring} (one of two was killed meanwhile)`);
  await ready();
  seen('ready');
};

const clean = async () => {
  await run(composed('--profile', 'tools', 'down', '--volumes', '--timeout', '20'));
  await run(['image', 'rm', 'shulian:check']);
  rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    void clean().then(() => process.exit(130));
  });

console.log(`check:images with engine ${engine.stdout.trim()}, compose ${client.stdout.trim()}`);
try {
  await checks();
  console.log(`check:images: passed in ${Math.round((Date.now() - began) / 1000)} s`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  const { said } = await run(composed('logs', '--no-color', '--tail', '5'));
  console.error(`${said}\ncheck:images: failed`);
  process.exitCode = 1;
} finally {
  await clean();
}
