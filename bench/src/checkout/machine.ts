import { cpus, totalmem } from 'node:os';
import type { Client } from 'pg';

const settings = [
  'server_version',
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'shared_buffers',
  'max_connections',
  'max_wal_size',
  'checkpoint_timeout',
  'jit',
];

/** What the figures were taken on, without the name of the machine. */
export const machineLines = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query<{ name: string; setting: string }>(
    `select name, current_setting(name) as setting from unnest($1::text[]) as name`,
    [settings],
  );
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  return [
    `${new Date().toISOString().slice(0, 16)}Z · ${cpus().length} cores (${model}) · ` +
      `${Math.round(totalmem() / 2 ** 30)} GB · Node ${process.versions.node} · load driver on the same cores`,
    `PostgreSQL ${rows.map(({ name, setting }) => (name === 'server_version' ? setting : `${name}=${setting}`)).join(' ')}`,
  ];
};
