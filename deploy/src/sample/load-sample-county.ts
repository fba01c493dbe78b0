import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { cnmarcFile } from './cnmarc-file.js';
import { lendingHistory, type DeskAct } from './lending-history.js';
import { forEachAtOnce, PublicApi, until, type Problem } from './public-api.js';
import { rosterFile } from './roster-file.js';
import {
  classesOf,
  nameOfSection,
  sampleCopies,
  sampleReaders,
  sampleSchools,
  type SampleCopies,
  type SampleReader,
  type SampleSchool,
} from './sample-county.js';
import { lendingDays, termsOf, termToTell, schoolYearOf, type Day } from './school-year.js';
import { seededChance } from './seeded-chance.js';
import { sampleWorks } from './works.js';

/** A way in for a person who tries the sample; `role` as in the access matrix, `school` empty for the county. */
export type SampleSignIn = {
  readonly username: string;
  readonly password: string;
  readonly role: 'county-viewer' | 'librarian' | 'teacher';
  readonly school: string | null;
};

export type SampleAsked = {
  /** The gateway, e.g. `http://127.0.0.1:8080`. */
  readonly baseUrl: string;
  readonly adminPassword: string;
  /** Told after each piece of work; `total` pieces of `step` in all. */
  readonly progress?: (step: SampleStep, done: number, total: number) => void;
  /**
   * The file the services read their domain time from (`SHULIAN_CLOCK=@file`). With it the term is told day by day as it
   * would have happened and the clock is set back to the present at the end; without it every loan is of today.
   */
  readonly clockFile?: string;
  readonly seed?: number;
};

export type SampleStep = 'schools' | 'catalogue' | 'readers' | 'lending';

export type SampleLoaded = {
  readonly signIns: readonly SampleSignIn[];
  readonly schools: number;
  readonly classes: number;
  readonly readers: number;
  readonly titles: number;
  readonly copies: number;
  readonly loans: number;
  readonly returns: number;
  readonly renewals: number;
};

const desksAtOnce = 8;
/** A service looks at the clock file at most every 100 ms. */
const clockSeenMs = 150;

/** Loads the sample county into an empty one, through the public API alone. Throws on the first answer it did not ask for. */
export async function loadSampleCounty({
  baseUrl,
  adminPassword,
  progress = () => undefined,
  clockFile,
  seed = 20260901,
}: SampleAsked): Promise<SampleLoaded> {
  const chance = seededChance(seed);
  const today = dayInCounty(new Date());
  const term = termToTell(today);
  const setClock = async (instant: string): Promise<void> => {
    if (clockFile === undefined) return;
    writeFileSync(clockFile, instant);
    await wait(clockSeenMs);
  };

  const works = sampleWorks();
  const readers = sampleReaders(today, chance);
  const county = new Map(
    sampleSchools.map((school) => [
      school,
      { readers: readers.get(school) ?? [], copies: sampleCopies(school, works, chance) },
    ]),
  );
  try {
    await setClock(`${term.startsOn}T07:30:00+08:00`);
    const admin = new PublicApi(baseUrl, { username: 'admin', password: adminPassword });
    const opened = await openSchools(admin, today, progress);
    await importCatalogue(opened, county, progress);
    await importReaders(opened, county, progress);
    const told = await tellTheTerm(opened, county, lendingDays(term, today), {
      term,
      today,
      chance,
      setClock,
      progress,
    });
    return {
      signIns: opened.signIns,
      schools: county.size,
      classes: opened.classes,
      readers: [...county.values()].reduce((sum, school) => sum + school.readers.length, 0),
      titles: new Set([...county.values()].flatMap(({ copies }) => copies.map(({ work }) => work.number)))
        .size,
      copies: [...county.values()]
        .flatMap(({ copies }) => copies)
        .reduce((sum, { barcodes }) => sum + barcodes.length, 0),
      ...told,
    };
  } finally {
    await setClock(new Date().toISOString());
  }
}

type County = ReadonlyMap<
  SampleSchool,
  { readonly readers: readonly SampleReader[]; readonly copies: readonly SampleCopies[] }
>;
type OpenedSchool = { readonly id: string; readonly librarian: PublicApi };
type Opened = {
  readonly schools: ReadonlyMap<SampleSchool, OpenedSchool>;
  readonly signIns: readonly SampleSignIn[];
  readonly classes: number;
  readonly admin: PublicApi;
};
type Told = (step: SampleStep, done: number, total: number) => void;

const dayInCounty = (instant: Date): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone: process.env['SHULIAN_TIME_ZONE'] ?? 'Asia/Shanghai' }).format(
    instant,
  );

const newPassword = (): string => randomBytes(9).toString('base64url');

async function openSchools(admin: PublicApi, today: Day, progress: Told): Promise<Opened> {
  const schools = new Map<SampleSchool, OpenedSchool>();
  const signIns: SampleSignIn[] = [];
  let classes = 0;
  const account = async (
    username: string,
    role: SampleSignIn['role'],
    place: { school: SampleSchool; id: string } | null,
    classId?: string,
  ) => {
    const password = newPassword();
    const grant = { role, ...(place ? { schoolId: place.id } : {}), ...(classId ? { classId } : {}) };
    await admin.post('/api/v1/accounts', { username, password, grants: [grant] });
    signIns.push({ username, password, role, school: place?.school.name ?? null });
    return { username, password };
  };
  await account('county', 'county-viewer', null);
  for (const school of sampleSchools) {
    const { code, name, kind, prefix } = school;
    const { id } = await admin.post<{ id: string }>('/api/v1/schools', { code, name, kind });
    for (const term of [schoolYearOf(today) - 1, schoolYearOf(today)].flatMap(termsOf))
      await admin.post(`/api/v1/schools/${id}/terms`, term);
    let firstClass: string | undefined;
    for (const { section, entryYear, classNo } of classesOf(school, today)) {
      const opened = await admin.post<{ id: string }>('/api/v1/classes', {
        schoolId: id,
        section: nameOfSection(section),
        entryYear,
        classNo,
      });
      firstClass ??= opened.id;
      classes += 1;
    }
    const place = { school, id };
    const librarian = await account(`librarian-${prefix.toLowerCase()}`, 'librarian', place);
    await account(`teacher-${prefix.toLowerCase()}`, 'teacher', place, firstClass);
    schools.set(school, { id, librarian: new PublicApi(admin.baseUrl, librarian) });
    progress('schools', schools.size, sampleSchools.length);
  }
  return { schools, signIns, classes, admin };
}

async function importCatalogue({ schools, admin }: Opened, county: County, progress: Told): Promise<void> {
  const total = [...county.values()].reduce((sum, { copies }) => sum + copies.length, 0);
  let before = 0;
  for (const [school, { copies }] of county) {
    const { id, librarian } = schoolOf(schools, school);
    const lent = copies.map((each) => (each.work.readingRoomOnly ? { ...each, barcodes: [] } : each));
    const done = before;
    const job = await librarian.import(
      '/api/v1/catalog-imports',
      { name: `${school.code}.iso`, content: cnmarcFile(lent, '书库') },
      { schoolId: id, format: 'cnmarc', dryRun: 'false' },
      (progressed) => progress('catalogue', done + progressed.done, total),
    );
    if (job.result?.['rejected'] !== 0)
      throw new Error(`sample catalogue of ${school.name}: ${JSON.stringify(job.result)}`);
    for (const { work, barcodes, priceFen } of copies.filter((each) => each.work.readingRoomOnly)) {
      // 905 has no word for a copy that stays in the room (CAT-090), so these come one by one.
      const { items } = await librarian.get<{ items: readonly { id: string; title: string }[] }>(
        `/api/v1/titles?limit=50&q=${encodeURIComponent(work.title)}`,
      );
      const title = items.find((found) => found.title === work.title);
      if (!title) throw new Error(`the imported title ${work.title} is not found`);
      for (const barcode of barcodes)
        await librarian.post('/api/v1/copies', {
          titleId: title.id,
          schoolId: id,
          barcode,
          priceFen,
          kind: 'reference',
          location: '阅览室',
        });
    }
    before += copies.length;
    progress('catalogue', before, total);
  }
  const copies = [...county.values()]
    .flatMap((each) => each.copies)
    .reduce((sum, { barcodes }) => sum + barcodes.length, 0);
  await until(
    () => admin.get<{ copies: number }>('/api/v1/figures'),
    (figures) => figures.copies === copies,
    60_000,
  );
}

async function importReaders({ schools, admin }: Opened, county: County, progress: Told): Promise<void> {
  const total = [...county.values()].reduce((sum, { readers }) => sum + readers.length, 0);
  let before = 0;
  for (const [school, { readers }] of county) {
    const { id, librarian } = schoolOf(schools, school);
    const done = before;
    const job = await librarian.import(
      '/api/v1/roster-imports',
      { name: `${school.code}.csv`, content: rosterFile(readers) },
      { schoolId: id, format: 'csv', dryRun: 'false' },
      (progressed) => progress('readers', done + progressed.done, total),
    );
    if (job.result?.['created'] !== readers.length)
      throw new Error(`sample roster of ${school.name}: ${JSON.stringify(job.result)}`);
    before += readers.length;
    progress('readers', before, total);
  }
  await until(
    () => admin.get<{ readers: number }>('/api/v1/figures'),
    (figures) => figures.readers === total,
    60_000,
  );
}

async function tellTheTerm(
  { schools }: Opened,
  county: County,
  days: readonly Day[],
  at: {
    term: Parameters<typeof lendingHistory>[2];
    today: Day;
    chance: Parameters<typeof lendingHistory>[4];
    setClock: (instant: string) => Promise<void>;
    progress: Told;
  },
): Promise<Pick<SampleLoaded, 'loans' | 'returns' | 'renewals'>> {
  const history = lendingHistory(county, days, at.term, at.today, at.chance);
  const total = history.reduce(
    (sum, day) => sum + day.returns.length + day.renewals.length + day.checkouts.length,
    0,
  );
  const loans = new Map<string, string>();
  let done = 0;
  const each = (
    acts: readonly DeskAct[],
    work: (act: DeskAct, desk: PublicApi) => Promise<void>,
  ): Promise<void> =>
    forEachAtOnce(acts, desksAtOnce, async (act) => {
      await work(act, schoolOf(schools, act.school).librarian);
      done += 1;
      if (done % 50 === 0 || done === total) at.progress('lending', done, total);
    });
  for (const { day, returns, renewals, checkouts } of history) {
    await at.setClock(`${day}T11:30:00+08:00`);
    await each(returns, (act, desk) => desk.post('/api/v1/returns', { copyBarcode: act.barcode }));
    await each(renewals, (act, desk) => desk.post('/api/v1/renewals', { loanId: loans.get(act.barcode) }));
    await each(checkouts, async ({ barcode, cardNumber }, desk) => {
      const answer = await lend(desk, barcode, cardNumber);
      loans.set(barcode, answer.loan.id);
    });
  }
  const count = (kind: 'returns' | 'renewals' | 'checkouts'): number =>
    history.reduce((sum, day) => sum + day[kind].length, 0);
  return { loans: count('checkouts'), returns: count('returns'), renewals: count('renewals') };
}

/** A checkout; a copy or card that circulation has not heard of yet, right after an import, is asked for again. */
async function lend(
  desk: PublicApi,
  copyBarcode: string,
  cardNumber: string,
): Promise<{ loan: { id: string } }> {
  const notYet = (problem: Problem): boolean =>
    problem.reasons?.every(({ code }) => code === 'copy.unknown' || code === 'reader.unknown') === true;
  const answer = await until(
    () =>
      desk.ask<{ loan: { id: string } } & Problem>('POST', '/api/v1/checkouts', {
        body: { copyBarcode, cardNumber },
      }),
    ({ status, body }) => status !== 409 || !notYet(body),
    30_000,
  );
  if (answer.status !== 201)
    throw new Error(
      `sample loan of ${copyBarcode} answered ${answer.status}: ${JSON.stringify(answer.body)}`,
    );
  return answer.body;
}

function schoolOf(schools: ReadonlyMap<SampleSchool, OpenedSchool>, school: SampleSchool): OpenedSchool {
  const opened = schools.get(school);
  if (!opened) throw new Error(`${school.name} was not opened`);
  return opened;
}
