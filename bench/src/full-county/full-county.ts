import { serviceNames } from '@shulian/contracts/services';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

import { OwnCounty } from '../county/own-county.js';
import { PublicApi } from '../county/public-api.js';
import { fill } from './fill.js';
import { fillRooms, roomNames, tablesOfRooms } from './rooms/fill-rooms.js';
import { openSchools, type OpenedSchool } from './opened-schools.js';
import { tellRecentEvents } from './recent-events.js';
import { NOW, schoolDays } from './school-days.js';
import { sharesOf, sizeAt, type CountySize } from './size.js';

export type CountyAsked = {
  readonly scale: number;
  readonly seed: number;
  /** Where the county lies; null: below the folder for temporary files, by its scale. */
  readonly folder: string | null;
  /** Makes it again though it is there. */
  readonly anew: boolean;
};

export type SignIn = { readonly username: string; readonly password: string };

/** What was made, for those who ask it later. */
export type FullCounty = {
  readonly scale: number;
  readonly seed: number;
  readonly size: CountySize;
  /** The largest school, whose people ask. */
  readonly school: OpenedSchool;
  readonly signIns: Readonly<Record<string, SignIn>>;
  readonly minutes: number;
  /** Names of the newer rooms that are filled; a county that was made before these has none. */
  readonly rooms?: readonly string[];
};

const NOTE = 'full-county.json';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

export const folderOf = ({ folder, scale }: Pick<CountyAsked, 'folder' | 'scale'>): string =>
  folder ?? join(tmpdir(), `shulian-county-${scale}`);

export const fullCountyIn = (folder: string): FullCounty | undefined =>
  existsSync(join(folder, NOTE))
    ? (JSON.parse(readFileSync(join(folder, NOTE), 'utf8')) as FullCounty)
    : undefined;

export const hasAllRooms = ({ rooms = [] }: FullCounty): boolean =>
  roomNames.every((name) => rooms.includes(name));

const note = (folder: string, county: FullCounty): void =>
  writeFileSync(join(folder, NOTE), JSON.stringify(county, undefined, 2), { mode: 0o600 });

/** One librarian asks a lot, and the county's noon does not pass while it is asked. */
export const ENVIRONMENT = {
  SHULIAN_CLOCK: NOW,
  SHULIAN_RATE_BURST: '10000000',
  SHULIAN_RATE_PER_SECOND: '100000',
};

/** Waits until the services have heard of all schools and classes. */
const heard = async (client: Client, schools: number, classes: number): Promise<void> => {
  for (const deadline = Date.now() + 300_000; ; await sleep(500)) {
    const { rows } = await client.query<{ all: boolean }>(
      `select (select count(*) from catalog.known_school) >= $1 and (select count(*) from circulation.known_class) >= $2
         and (select count(*) from reporting.known_class) >= $2 and (select count(*) from circulation.known_term) >= 4 * $1
         and (select count(*) from reporting.known_term) >= 4 * $1 as all`,
      [schools, classes],
    );
    if (rows[0]?.all === true) return;
    if (Date.now() > deadline) throw new Error('the services did not hear of all schools');
  }
};

/** Waits until the readers have the words by which they are found: the service writes them after its start. */
const named = async (client: Client): Promise<void> => {
  for (const deadline = Date.now() + 1_800_000; ; await sleep(1_000)) {
    const { rows } = await client.query<{ left: boolean }>(
      'select exists (select from readers.reader where not has_words) as left',
    );
    if (rows[0]?.left === false) return;
    if (Date.now() > deadline) throw new Error('the readers did not get their words');
  }
};

const accountsOf = async (
  admin: PublicApi,
  school: OpenedSchool,
  readerId: string,
): Promise<Record<string, SignIn>> => {
  const [aClass] = school.classes;
  const grants: Readonly<Record<string, object>> = {
    'county-viewer': { role: 'county-viewer' },
    'school-head': { role: 'school-head', schoolId: school.id },
    librarian: { role: 'librarian', schoolId: school.id },
    teacher: { role: 'teacher', schoolId: school.id, classId: aClass?.id },
    'class-helper': { role: 'class-helper', schoolId: school.id, classId: aClass?.id },
    reader: { role: 'reader', schoolId: school.id, readerId },
  };
  const signIns: Record<string, SignIn> = {};
  for (const [role, grant] of Object.entries(grants)) {
    const signIn = { username: `bench-${role}`, password: randomBytes(12).toString('base64url') };
    await admin.post('/api/v1/accounts', { ...signIn, grants: [grant] });
    signIns[role] = signIn;
  }
  return signIns;
};

const build = async (input: CountyAsked, folder: string, begun: number): Promise<void> => {
  const size = sizeAt(input.scale);
  const shares = sharesOf(size, schoolDays().length);
  const said = (what: string): void => say(`${Math.round((performance.now() - begun) / 1_000)} s  ${what}`);
  const county = await OwnCounty.start({ dataDir: folder, env: ENVIRONMENT });
  const client = new Client({ connectionString: county.ownerUrl, application_name: 'bench' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const admin = new PublicApi(county.url, 'admin', county.adminPassword);
    const schools = await openSchools(admin, size.schools, (opened) =>
      said(`${opened} of ${size.schools} schools opened`),
    );
    const largest = shares.toSorted((a, b) => b.copies - a.copies)[0]?.number ?? 0;
    const school = schools[largest];
    if (school === undefined) throw new Error('a county has a school');
    await heard(client, schools.length, schools.length * school.classes.length);
    for (const service of serviceNames) await county.control('stop', service);
    await fill({
      ownerUrl: county.ownerUrl,
      size,
      shares,
      schools,
      cardKey: county.secret('cardKey'),
      seed: input.seed,
      said,
    });
    const { rows } = await client.query<{ id: string }>(
      `select id from bench.reader where school_n = $1 and place = 0`,
      [largest],
    );
    await fillRooms(county.ownerUrl, input.seed, said);
    said('the sums of reporting');
    await client.query('select reporting.make_sums_anew()');
    await tellRecentEvents(client, said);
    await client.query('drop schema bench cascade');
    said('vacuum analyze');
    await client.query('vacuum (analyze, parallel 2)');
    await client.query('checkpoint');
    for (const service of serviceNames) await county.control('start', service);
    await county.ready(180_000);
    await named(client);
    // Signed in anew: on a busy machine the county takes longer than a token holds.
    const again = new PublicApi(county.url, 'admin', county.adminPassword);
    const signIns = await accountsOf(again, school, rows[0]?.id ?? '');
    const minutes = (performance.now() - begun) / 60_000;
    const { scale, seed } = input;
    note(folder, { scale, seed, size, school, signIns, minutes, rooms: roomNames });
  } finally {
    await client.end().catch(() => undefined);
    await county.stop();
  }
};

/** Fills what is missing of the newer rooms in a county that stands; those that are filled are passed over. */
const furnish = async (there: FullCounty, folder: string, begun: number): Promise<void> => {
  const said = (what: string): void => say(`${Math.round((performance.now() - begun) / 1_000)} s  ${what}`);
  const county = await OwnCounty.start({ dataDir: folder, env: ENVIRONMENT });
  const client = new Client({ connectionString: county.ownerUrl, application_name: 'bench' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (const service of serviceNames) await county.control('stop', service);
    await fillRooms(county.ownerUrl, there.seed, said);
    await client.query('drop schema bench cascade');
    said('the sums of reporting');
    await client.query('select reporting.make_sums_anew()');
    said('vacuum analyze');
    await client.query(`vacuum (analyze, parallel 2) ${tablesOfRooms.join(', ')}`);
    await client.query('checkpoint');
    note(folder, { ...there, rooms: roomNames });
  } finally {
    await client.end().catch(() => undefined);
    await county.stop();
  }
};

const described = ({ size, minutes }: FullCounty, folder: string): string =>
  `${size.schools} schools, ${size.readers} readers, ${size.titles} titles, ${size.copies} copies, ` +
  `${size.loans} loans in ${folder}; made in ${minutes.toFixed(1)} min`;

/** `npm run bench -- county`. Answers the exit code. */
export const benchCounty = async (input: CountyAsked): Promise<number> => {
  const folder = folderOf(input);
  const there = fullCountyIn(folder);
  if (there !== undefined && !input.anew && there.scale === input.scale && there.seed === input.seed) {
    say(`There already: ${described(there, folder)}`);
    if (!hasAllRooms(there)) await furnish(there, folder, performance.now());
    return 0;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // PostgreSQL runs as another user when we are root: it must be able to pass through.
  chmodSync(folder, 0o711);
  const begun = performance.now();
  await build(input, folder, begun);
  const made = fullCountyIn(folder);
  if (made === undefined) throw new Error('the county was not made');
  say(described(made, folder));
  return 0;
};
