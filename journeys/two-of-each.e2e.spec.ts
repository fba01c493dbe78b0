import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SecondInstances } from '@shulian/embedded-servers';

import { copiesInFile, tourFiles, tourWorks } from '../deploy/src/tour/tour-files.js';
import {
  aClient,
  Caller,
  done,
  reasonsOf,
  signIn,
  until,
  type Identified,
  type Page,
} from './a-caller.builder.js';
import { County, hasBroker } from './a-county.builder.js';
import { another, School, type Copy, type Loan, type Reader } from './a-school.builder.js';
import { Follower } from './an-event-follower.builder.js';

const minutes = 60_000;
/** A revoked sign-in is refused everywhere within a minute (ADR 0023). */
const A_MINUTE = 60_000;
const OVERDUE = 'shulian.circulation.loan.overdue.v1';
const services = ['catalog', 'circulation', 'readers', 'activities', 'reporting', 'gateway'] as const;
const programOf = (name: string): string =>
  fileURLToPath(new URL(`../services/${name}/dist/main.js`, import.meta.url));

((await hasBroker()) ? describe : describe.skip)('two of every service, on Kafka', () => {
  let county: County;
  let second: SecondInstances;
  let school: School;
  let followers: readonly [Follower, Follower];
  /** What was started, to be stopped in turn whatever came of it. */
  const started: (() => Promise<void>)[] = [];

  /** The same person, asking the second gateway. */
  const there = (caller: Caller): Caller => new Caller(second.url, caller.token);

  beforeAll(async () => {
    const made = await County.start('kafka', { SHULIAN_POSTGRES_CONNECTIONS: '250' });
    if (made === null) throw new Error('no broker, although there was one a moment ago');
    county = made;
    started.unshift(() => county.stop());
    const standing = await county.control('status');
    second = await SecondInstances.start(
      services.map((name) => ({
        name,
        pid: standing.find((one) => one.name === name)?.pid ?? 0,
        program: programOf(name),
        logFile: join(county.folder, 'logs', `${name}-second.log`),
      })),
    );
    started.unshift(() => second.stop());
    school = await School.open(county.admin);
    const observer = await aClient(county.admin, ['events.read.readers'], null);
    followers = [await Follower.of(observer, 0), await Follower.of(there(observer), 0)];
    for (const follower of followers) started.unshift(() => follower.leave());
  }, 5 * minutes);

  afterAll(async () => {
    for (const stop of started) await stop();
  }, 2 * minutes);

  it(
    'lists handed in at both at once are taken one after the other: nothing comes twice',
    async () => {
      const upload = (librarian: Caller) =>
        librarian.import('/api/v1/catalog-imports', tourFiles.catalogue.name, tourFiles.catalogue.read(), {
          schoolId: school.id,
          format: 'auto',
          dryRun: 'false',
        });
      const jobs = await Promise.all([
        upload(school.librarian),
        upload(there(school.librarian)),
        upload(school.librarian),
      ]);
      expect(jobs.map(({ result }) => result['created']).sort()).toEqual([0, 0, tourWorks.length]);
      const copies = await school.librarian.all<Copy>(`/api/v1/copies?schoolId=${school.id}`);
      expect(copies.map(({ accessionNumber }) => accessionNumber).sort((a, b) => a - b)).toEqual(
        Array.from({ length: copiesInFile }, (_, at) => at + 1),
      );
    },
    3 * minutes,
  );

  it(
    'a reader may have five copies: of eight asked for at both desks at once exactly five are lent',
    async () => {
      const desks = [school.librarian, there(school.librarian)] as const;
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const reader = await school.reader();
        const copies = await school.titles(8);
        const answers = await Promise.all(
          copies.map(({ barcode }, at) =>
            school.lend(barcode, reader.cardNumber, randomUUID(), desks[at % 2] ?? desks[0]),
          ),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([
          ...Array<number>(5).fill(201),
          ...Array<number>(3).fill(409),
        ]);
        expect(answers.flatMap(reasonsOf)).toEqual(Array(3).fill('reader.at-limit'));
      }
    },
    minutes,
  );

  it(
    'one key at both gateways at once is one loan, and both say so',
    async () => {
      const reader = await school.reader();
      const copies = await school.titles(10);
      for (const { barcode } of copies.slice(0, 5)) {
        const key = randomUUID();
        const answers = await Promise.all([
          school.lend(barcode, reader.cardNumber, key),
          school.lend(barcode, reader.cardNumber, key, there(school.librarian)),
        ]);
        expect(new Set(answers.map(({ body }) => body.loan.id)).size).toBe(1);
      }
    },
    minutes,
  );

  it('rules set at one hold at the other with the next loan', async () => {
    const reader = await school.reader();
    const [one, two] = (await school.titles(2)) as [Copy, Copy];
    await school.lent(one.barcode, reader.cardNumber);
    await school.putPolicy([{ readerKind: 'student', sets: { loanLimit: 1 } }]);
    const answer = await school.lend(two.barcode, reader.cardNumber, randomUUID(), there(school.librarian));
    expect(reasonsOf(answer)).toEqual(['reader.at-limit']);
    await school.putPolicy([{ readerKind: 'student', sets: { loanLimit: 5 } }]);
  });

  it(
    'an account closed at one is out at the other within a minute',
    async () => {
      const username = `librarian-${another()}`.toLowerCase();
      const password = randomUUID();
      const account = await county.admin.post<Identified & { version: number }>('/api/v1/accounts', {
        username,
        password,
        grants: [{ role: 'librarian', schoolId: school.id }],
      });
      const elsewhere = await signIn(second.url, username, password);
      done(await elsewhere.ask('GET', '/api/v1/copies?limit=1'), 200);
      const path = `/api/v1/accounts/${account.id}`;
      const now = await county.admin.ask('GET', path);
      done(
        await county.admin.ask('PATCH', path, {
          body: { disabled: true },
          key: randomUUID(),
          headers: { 'if-match': now.headers.get('etag') ?? '' },
        }),
        200,
      );
      await until(
        () => elsewhere.ask('GET', '/api/v1/copies?limit=1'),
        ({ status }) => status === 401,
        A_MINUTE,
      );
    },
    2 * minutes,
  );

  it(
    'what runs by the clock runs once: every overdue loan is announced once, every pick-up day ends once',
    async () => {
      const [reader, next] = (await school.readers(2)) as [Reader, Reader];
      const copies = await school.titles(4);
      for (const { barcode } of copies) await school.lent(barcode, reader.cardNumber);
      const [copy] = copies as [Copy];
      const hold = await school.librarian.post<Identified>('/api/v1/holds', {
        titleId: copy.titleId,
        readerId: next.id,
        pickupSchoolId: school.id,
      });
      await school.takeBack(copy.barcode);
      await county.setClock('2026-11-30T10:00:00+08:00');
      const open = await school.librarian.all<Loan>(`/api/v1/loans?schoolId=${school.id}&status=overdue`);
      const ids = open.map(({ id }) => id).sort();
      expect(ids.length).toBeGreaterThanOrEqual(3);
      const told = (follower: Follower): unknown[] =>
        follower
          .ofType(OVERDUE)
          .map(({ event }) => event.data['loanId'])
          .sort();
      for (const follower of followers) {
        await follower.hears(() => told(follower).length >= ids.length, 2 * minutes);
        await follower.silence(3_000);
        expect(told(follower)).toEqual(ids);
      }
      await until(
        () => school.librarian.get<{ status: string }>(`/api/v1/holds/${hold.id}`),
        ({ status }) => status === 'expired',
        2 * minutes,
      );
      for (const follower of followers)
        expect(
          (await follower.silence()).filter(
            ({ event }) => event.type.endsWith('hold.expired.v1') && event.data['holdId'] === hold.id,
          ),
        ).toHaveLength(1);
    },
    5 * minutes,
  );

  it(
    'who follows the events hears the same at both gateways, in the same order',
    async () => {
      const [here, elsewhere] = [await followers[0].silence(), await followers[1].silence()];
      expect(here.length).toBeGreaterThan(100);
      expect(elsewhere.map(({ position, event }) => [position, event.id])).toEqual(
        here.map(({ position, event }) => [position, event.id]),
      );
      expect(new Set(here.map(({ event }) => event.id)).size).toBe(here.length);
    },
    minutes,
  );

  it(
    'the figures count what both desks lent, once',
    async () => {
      const open = await school.librarian.all<Loan>(`/api/v1/loans?schoolId=${school.id}&status=open`);
      const { items } = await there(school.librarian).get<Page<Loan>>(
        `/api/v1/loans?schoolId=${school.id}&status=overdue&limit=1`,
      );
      expect(items).toHaveLength(1);
      await school.figuresBecome({ openLoans: open.length });
    },
    minutes,
  );
});
