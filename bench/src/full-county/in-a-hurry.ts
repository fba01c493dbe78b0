import { Client } from 'pg';

/** Schools filled at the same time: one a core. */
const AT_ONCE = 2;

/** What a loader may do and a county never: nothing of it is kept on disk before the end. */
const HURRY = [
  'fsync = off',
  'full_page_writes = off',
  'synchronous_commit = off',
  'autovacuum = off',
  "max_wal_size = '8GB'",
  "maintenance_work_mem = '1GB'",
  "work_mem = '256MB'",
];

export const connected = async (ownerUrl: string): Promise<Client> => {
  const client = new Client({ connectionString: ownerUrl, application_name: 'bench' });
  await client.connect();
  return client;
};

/** Lets the server forget its care for as long as a load takes. */
export const inAHurry = async (ownerUrl: string, load: (client: Client) => Promise<void>): Promise<void> => {
  const client = await connected(ownerUrl);
  try {
    for (const setting of HURRY) await client.query(`alter system set ${setting}`);
    await client.query('select pg_reload_conf()');
    await load(client);
  } finally {
    await client.query('alter system reset all').catch(() => undefined);
    await client.query('select pg_reload_conf()').catch(() => undefined);
    await client.end();
  }
};

/** Fills schools by number, several at the same time. @param begin makes what a session needs for that */
export const schoolBySchool = async (
  ownerUrl: string,
  schools: number,
  begin: (client: Client) => Promise<unknown>,
  fillSchool: (client: Client, number: number) => Promise<void>,
  said: (what: string) => void,
): Promise<void> => {
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    const client = await connected(ownerUrl);
    try {
      await begin(client);
      for (let number = next++; number < schools; number = next++) {
        await fillSchool(client, number);
        done += 1;
        if (done % 10 === 0) said(`${done} of ${schools} schools`);
      }
    } finally {
      await client.end();
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, schools) }, work));
};
