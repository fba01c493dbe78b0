import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, migrateForTests, serviceUrl } from '@shulian/service-kit/testing';
import { freshDatabase, freshFolder, spawnFromSource, type FreshDatabase } from '@shulian/test-kit';
import { Client } from 'pg';
import { readersDefinition } from './readers.module.js';

let database: FreshDatabase;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase('readers_main');
  await migrateForTests(database.ownerUrl, readersDefinition);
  folder = await freshFolder('readers-main');
});
afterAll(() => database?.drop());

async function keptPassword(username: string): Promise<string | undefined> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ password: string }>(
      'select password_hash as password from readers.account where username = $1',
      [username],
    );
    return rows[0]?.password;
  } finally {
    await owner.end();
  }
}

const environment = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  PORT: '0',
  SERVICE_DATABASE_URL: serviceUrl(database.ownerUrl, 'readers'),
  SHULIAN_CARD_KEY: 'a card key of tests only',
  SHULIAN_SIGNING_KEY_FILE: join(folder, 'signing-key.json'),
  SHULIAN_JWKS_FILE: join(folder, 'jwks.json'),
  SHULIAN_ADMIN_PASSWORD: 'the password of 首次启动',
});

/** Starts the process and gives its address, once it says so. */
async function started(env: Record<string, string>) {
  const child = spawnFromSource(new URL('./main.ts', import.meta.url), [], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => (said += text.toString()));
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const url = (): Promise<string> =>
    eventually(() => {
      const found = /"url":"(http:[^"]+)"/.exec(said)?.[1];
      if (found === undefined) throw new Error(`not listening: ${said.slice(-500)}`);
      return found;
    }, 30_000);
  return { child, ended, url, said: () => said };
}

describe('the process', () => {
  it('makes its key and the first account, and ends in order', async () => {
    const first = await started(environment());
    const url = await first.url();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const signIn = await fetch(`${url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password: 'the password of 首次启动' }),
    });
    expect(signIn.status).toBe(201);
    // Nobody has said what a password may cost: it is what docs/operations.md promises, not what tests are content with.
    expect(await keptPassword('admin')).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
    first.child.kill('SIGTERM');
    expect((await first.ended)[0]).toBe(0);
    expect(first.said()).not.toContain('首次启动');
    expect((await stat(join(folder, 'signing-key.json'))).mode & 0o777).toBe(0o600);
    const key = await readFile(join(folder, 'signing-key.json'), 'utf8');

    const second = await started(environment());
    await second.url();
    expect(await readFile(join(folder, 'signing-key.json'), 'utf8')).toBe(key);
    second.child.kill('SIGTERM');
    expect((await second.ended)[0]).toBe(0);
  }, 90_000);

  it('does not start without its keys, and says which is missing', async () => {
    const { SHULIAN_CARD_KEY: _, SHULIAN_SIGNING_KEY_FILE: __, ...rest } = environment();
    const failed = await started(rest);
    expect((await failed.ended)[0]).not.toBe(0);
    expect(failed.said()).toMatch(/SHULIAN_CARD_KEY[^]*SHULIAN_SIGNING_KEY_FILE/);
  }, 60_000);

  it('does not start with another key of the cards than the first time, and shows neither', async () => {
    const first = await started(environment());
    await first.url();
    first.child.kill('SIGTERM');
    await first.ended;
    const other = await started({ ...environment(), SHULIAN_CARD_KEY: 'another key of cards' });
    expect((await other.ended)[0]).not.toBe(0);
    expect(other.said()).toContain('SHULIAN_CARD_KEY: not the secret that this database began with');
    expect(other.said()).not.toMatch(/another key of cards|a card key of tests only/);
  }, 90_000);
});
