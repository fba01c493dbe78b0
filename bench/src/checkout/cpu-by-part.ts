import { serviceNames } from '@shulian/contracts/services';
import type { Client } from 'pg';

import type { OwnCounty } from '../county/own-county.js';
import { cpuSecondsOf } from '../county/process-tree.js';

/** CPU seconds used so far by each part of the running county, PostgreSQL by the name its sessions gave. */
const usedSoFar = async (
  county: OwnCounty,
  client: Client,
  bareServer: number,
): Promise<ReadonlyMap<string, number>> => {
  const used = new Map<string, number>([['bare server', cpuSecondsOf(bareServer)]]);
  for (const name of serviceNames) {
    const pid = county.process(name)?.pid;
    if (pid !== undefined) used.set(name, cpuSecondsOf(pid));
  }
  const { rows } = await client.query<{ pid: number; who: string }>(
    `select pid, case when backend_type = 'client backend' then coalesce(nullif(application_name, ''), 'other')
                      else backend_type end as who
     from pg_stat_activity where pid <> pg_backend_pid()`,
  );
  for (const { pid, who } of rows) {
    const name = `postgres: ${who}`;
    used.set(name, (used.get(name) ?? 0) + cpuSecondsOf(pid));
  }
  const { user, system } = process.cpuUsage();
  used.set('load driver', (user + system) / 1_000_000);
  return used;
};

/** Runs the work and answers what it gave, with the CPU seconds each part used meanwhile. */
export const withCpuByPart = async <T>(
  county: OwnCounty,
  client: Client,
  /** Pid of the bare server. */
  bareServer: number,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly seconds: ReadonlyMap<string, number> }> => {
  const before = await usedSoFar(county, client, bareServer);
  const result = await work();
  const after = await usedSoFar(county, client, bareServer);
  const seconds = [...after].map(([name, used]) => [name, used - (before.get(name) ?? 0)] as const);
  return { result, seconds: new Map(seconds.filter(([, used]) => used > 0).sort(([, a], [, b]) => b - a)) };
};
