import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { Client } from 'pg';

/**
 * Tells the PostgreSQL of a journey's county, as soon as it takes connections, that its machine will not lose power: it
 * writes all the same and waits for no disk. What a crash of its processes leaves is what it was. Durability is tested
 * where it lives (`postgres.int`, `npm run crash`).
 * @param ended whether the county has ended meanwhile, with its own message why
 */
export async function nothingToKeep(folder: string, ended: () => boolean): Promise<void> {
  let port = portIn(folder);
  for (; port === null; port = portIn(folder)) {
    if (ended()) return;
    await pause(20);
  }
  const password = readFileSync(join(folder, 'postgres.password'), 'utf8').trim();
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
  await client.connect();
  try {
    await client.query('alter system set fsync = off');
    await client.query('select pg_reload_conf()');
  } finally {
    await client.end();
  }
}

/** As the server writes it into its own file when it is ready: the port is its fourth line, its state the eighth. */
function portIn(folder: string): number | null {
  let lines: string[];
  try {
    lines = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  return lines[7]?.trim() === 'ready' ? Number(lines[3]) : null;
}
