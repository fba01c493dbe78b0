import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { lendingHistory, type DeskAct } from './lending-history.js';
import {
  importCatalogue,
  importReaders,
  openSchools,
  schoolOf,
  type County,
  type Opened,
  type SampleSignIn,
  type SampleStep,
  type SampleProgress,
} from './opened-county.js';
import { forEachAtOnce, PublicApi, until, type Problem } from './public-api.js';
import { sampleCopies, sampleReaders, sampleSchools } from './sample-county.js';
import { lendingDays, termToTell, type Day } from './school-year.js';
import { seededChance } from './seeded-chance.js';
import { sampleWorks } from './works.js';

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

const dayInCounty = (instant: Date): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone: process.env['SHULIAN_TIME_ZONE'] ?? 'Asia/Shanghai' }).format(
    instant,
  );

async function tellTheTerm(
  { schools }: Opened,
  county: County,
  days: readonly Day[],
  at: {
    term: Parameters<typeof lendingHistory>[2];
    today: Day;
    chance: Parameters<typeof lendingHistory>[4];
    setClock: (instant: string) => Promise<void>;
    progress: SampleProgress;
  },
): Promise<Pick<SampleLoaded, 'loans' | 'returns' | 'renewals'>> {
  const history = lendingHistory(county, days, at.term, at.today, at.chance);
  const total = history.reduce(
    (sum, day) => sum + day.returns.length + day.renewals.length + day.checkouts.length,
    0,
  );
  const loans = new Map<string, string>();
  let done = 0;
  let renewed = 0;
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
    await each(renewals, async (act, desk) => {
      if (await renew(desk, loans.get(act.barcode))) renewed += 1;
    });
    await each(checkouts, async ({ barcode, cardNumber }, desk) => {
      const answer = await lend(desk, barcode, cardNumber);
      loans.set(barcode, answer.loan.id);
    });
  }
  const count = (kind: 'returns' | 'checkouts'): number =>
    history.reduce((sum, day) => sum + day[kind].length, 0);
  return { loans: count('checkouts'), returns: count('returns'), renewals: renewed };
}

/** A renewal; false when a holiday or the end of term lets it gain no day. */
async function renew(desk: PublicApi, loanId: string | undefined): Promise<boolean> {
  const { status, body } = await desk.ask<Problem>('POST', '/api/v1/renewals', {
    body: { loanId },
    key: randomUUID(),
  });
  if (status === 200) return true;
  if (status === 409 && body.reasons?.every(({ code }) => code === 'loan.not-later')) return false;
  throw new Error(`sample renewal answered ${status}: ${JSON.stringify(body)}`);
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
        key: randomUUID(),
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
