import { createHmac } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Database } from './database.js';

/** Secrets that rows of the service were made with, by the name of their variable. */
export type LastingSecrets = Readonly<Record<string, string>>;

/** Which secrets the rows of this schema were made with, so that another one is noticed before it is used. */
export abstract class KeepFingerprints implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table secret_fingerprint (
        name text primary key,
        fingerprint text not null,
        kept_at timestamptz not null default now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table secret_fingerprint');
  }
}

/** Tells a secret from another one, and nothing else of it. */
const fingerprintOf = (name: string, secret: string): string =>
  createHmac('sha256', secret).update(`fingerprint of ${name}`).digest('hex');

/**
 * The first start keeps the fingerprints; every later one compares, in any edition and on any machine.
 * @throws Error when a secret is not the one the service began with; the process must not start then
 */
export async function refuseOtherSecrets(database: Database, secrets: LastingSecrets): Promise<void> {
  const names = Object.keys(secrets);
  if (names.length === 0) return;
  const fingerprints = names.map((name) => fingerprintOf(name, secrets[name] ?? ''));
  // Of several that start together the first one decides; a statement of its own sees what it has written.
  await database.rows(
    'insert into secret_fingerprint (name, fingerprint) select * from unnest($1::text[], $2::text[]) on conflict do nothing',
    [names, fingerprints],
  );
  const others = await database.rows<{ name: string }>(
    `select name from secret_fingerprint join unnest($1::text[], $2::text[]) as given(name, fingerprint) using (name)
     where secret_fingerprint.fingerprint <> given.fingerprint order by name`,
    [names, fingerprints],
  );
  if (others.length > 0)
    throw new Error(
      `${others.map(({ name }) => name).join(', ')}: not the secret that this database began with. What was stored with ` +
        'that one would not be known any more: give the service its first secret again.',
    );
}
