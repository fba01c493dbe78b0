import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { Grant } from '@shulian/contracts/access';
import { CopyAccessionedV1, CopyChangedV1, CopyWithdrawnV1 } from '@shulian/contracts/catalog';
import type { Announcement } from '@shulian/contracts/envelope';
import type {
  CalendarDay,
  CardId,
  CopyId,
  ReaderId,
  SchoolClassId,
  SchoolId,
  TermId,
  TitleId,
} from '@shulian/contracts/ids';
import {
  CalendarChangedV1,
  CardIssuedV1,
  ClassOpenedV1,
  ReaderEnrolledV1,
  SchoolOpenedV1,
  TermOpenedV1,
  type AnnouncedReader,
} from '@shulian/contracts/readers';
import { BUS, type EventBus } from '@shulian/service-kit';
import { eventually, startForTests, type ServiceForTests } from '@shulian/service-kit/testing';
import { circulationDefinition } from './circulation.module.js';
import { nothingIsNoted } from './disagreements.builder.js';

export { disagreements, nothingIsNoted } from './disagreements.builder.js';

export const CARD_KEY = 'card key of the tests';
process.env['SHULIAN_CARD_KEY'] = CARD_KEY;
// Several suites share two cores.
jest.setTimeout(60_000);

export const day = (text: string): CalendarDay => text as CalendarDay;

/** An answer of the door, with what the tests look at. */
export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
};

export type Pupil = {
  readonly readerId: ReaderId;
  readonly cardNumber: string;
  readonly classId: SchoolClassId;
};
export type Copy = { readonly copyId: CopyId; readonly titleId: TitleId; readonly barcode: string };

/** The service with a school, a term and whatever a test asks for, told by real events over the real bus. */
export class CountyForTests {
  readonly schoolId = randomUUID() as SchoolId;
  readonly classId = randomUUID() as SchoolClassId;
  private readonly versions = new Map<string, number>();

  private constructor(
    readonly service: ServiceForTests,
    readonly librarian: string,
    private readonly clockFile: string,
  ) {}

  /** The domain's clock starts on Monday, 12 October 2026, at noon in Shanghai. */
  static async open(
    ownerUrl: string,
    settings: Readonly<Record<string, unknown>> = {},
  ): Promise<CountyForTests> {
    const clockFile = join(mkdtempSync(join(tmpdir(), 'shulian-clock-')), 'now');
    writeFileSync(clockFile, '2026-10-12T04:00:00Z');
    const service = await startForTests(circulationDefinition, {
      ownerUrl,
      settings: { SHULIAN_CLOCK: `@${clockFile}`, ...settings },
    });
    const county = new CountyForTests(service, '', clockFile);
    const librarian = await service.signer.account({ role: 'librarian', schoolId: county.schoolId });
    Object.assign(county, { librarian });
    await county.openSchool(county.schoolId, county.classId);
    return county;
  }

  /** A school with a class 5.2 and the autumn term of 2026; closed days are the weekends. */
  async openSchool(schoolId: SchoolId, classId = randomUUID() as SchoolClassId): Promise<void> {
    await this.tell(
      SchoolOpenedV1.announce(
        { schoolId, code: schoolId.slice(0, 8), name: 'School', kind: 'primary' },
        this.next(schoolId),
      ),
      TermOpenedV1.announce(
        {
          termId: randomUUID() as TermId,
          schoolId,
          name: '2026 autumn',
          startsOn: day('2026-09-01'),
          endsOn: day('2027-01-22'),
        },
        this.next(`calendar ${schoolId}`),
      ),
      ...[2026, 2027].map((year) =>
        CalendarChangedV1.announce(
          { schoolId, year, closedOn: weekendsOf(year), holidaysKnown: true },
          this.next(`calendar ${schoolId}`),
        ),
      ),
      ClassOpenedV1.announce(
        { classId, schoolId, section: 'primary', entryYear: 2022, classNo: 2, grade: 5, name: '五年级2班' },
        this.next(classId),
      ),
    );
  }

  async enrol(
    given: Partial<ReaderEnrolledV1['data']> = {},
    cardNumber = `T${randomUUID().slice(0, 8)}`,
  ): Promise<Pupil> {
    const readerId = randomUUID() as ReaderId;
    const schoolId = given.schoolId ?? this.schoolId;
    const classId =
      given.classId ?? (schoolId === this.schoolId ? this.classId : (randomUUID() as SchoolClassId));
    await this.tell(
      ReaderEnrolledV1.announce(
        { ...announcedReader(readerId, schoolId), ...given, classId },
        this.next(readerId),
      ),
      CardIssuedV1.announce(
        { cardId: randomUUID() as CardId, readerId, schoolId, cardKey: cardKeyOf(schoolId, cardNumber) },
        this.next(readerId),
      ),
    );
    return { readerId, cardNumber, classId };
  }

  async accession(given: Partial<CopyAccessionedV1['data']> = {}): Promise<Copy> {
    const [copy] = await this.accessionMany(1, given);
    if (copy === undefined) throw new Error('one was asked for');
    return copy;
  }

  async accessionMany(copies: number, given: Partial<CopyAccessionedV1['data']> = {}): Promise<Copy[]> {
    const made = Array.from({ length: copies }, () => {
      const copyId = randomUUID() as CopyId;
      return { ...aCopy(copyId, this.schoolId), titleId: randomUUID() as TitleId, ...given };
    });
    await this.tell(...made.map((copy) => CopyAccessionedV1.announce(copy, this.next(copy.copyId))));
    return made;
  }

  /** The catalogue says something new of a copy. */
  changeCopy(copy: Copy, change: Partial<CopyChangedV1['data']>): Promise<void> {
    return this.changeCopies([[copy, change]]);
  }

  async changeCopies(changes: readonly (readonly [Copy, Partial<CopyChangedV1['data']>])[]): Promise<void> {
    if (changes.length === 0) return;
    await this.tell(
      ...changes.map(([copy, change]) =>
        CopyChangedV1.announce(
          { ...aCopy(copy.copyId, this.schoolId), ...copy, ...change },
          this.next(copy.copyId),
        ),
      ),
    );
  }

  /** A description that says so, as an import brings it. */
  withdrawn(copy: Copy): Announcement {
    const data = { ...aCopy(copy.copyId, this.schoolId), ...copy, stockState: 'withdrawn' as const };
    return CopyChangedV1.announce(data, this.next(copy.copyId));
  }

  /** The catalogue strikes a copy from its register. @param version of the copy; an old one tells it again */
  async withdraw(copy: Copy, version = this.next(copy.copyId)): Promise<void> {
    const { copyId, titleId } = copy;
    const withdrawnOn = day('2026-10-12');
    await this.tell(
      CopyWithdrawnV1.announce(
        { copyId, titleId, schoolId: this.schoolId, withdrawnOn, why: 'damaged' },
        version,
      ),
    );
  }

  /**
   * Does something while `service.sql` has a transaction open with the locks of a statement; the work is told when so many
   * others wait for them, or for those who wait.
   */
  async whileLocked<T>(
    lock: string,
    values: readonly unknown[],
    work: (waiting: (others: number) => Promise<void>) => Promise<T>,
  ): Promise<T> {
    await this.service.sql('begin');
    try {
      await this.service.sql(lock, [...values]);
      return await work((others) =>
        eventually(async () => {
          const [row] = await this.service.sql<{ n: number }>(
            `with recursive waiting as (
               select pg_backend_pid() as pid
               union
               select l.pid from waiting w join pg_locks l on not l.granted and w.pid = any(pg_blocking_pids(l.pid))
             ) select count(*)::int - 1 as n from waiting`,
          );
          if (row?.n !== others) throw new Error(`${row?.n} wait, not ${others}`);
        }, 2_000),
      );
    } finally {
      await this.service.sql('commit');
    }
  }

  /** The next version of a key of somebody else's aggregate. */
  next(key: string): number {
    const version = (this.versions.get(key) ?? 0) + 1;
    this.versions.set(key, version);
    return version;
  }

  /** Puts facts on the bus and waits until they are digested. */
  async tell(...announcements: Announcement[]): Promise<void> {
    const events = announcements.map((announcement) => {
      const eventId = randomUUID();
      return { ...announcement, eventId, payload: JSON.stringify(cloudEvent(announcement, eventId)) };
    });
    await this.service.app.get<EventBus>(BUS).publish(events);
    await eventually(async () => {
      const rows = await this.service.sql<{ n: string }>(
        'select count(distinct event_id) as n from inbox where event_id = any($1::uuid[])',
        [events.map((event) => event.eventId)],
      );
      if (Number(rows[0]?.n) !== events.length) throw new Error('not digested yet');
    }, 15_000);
    await nothingIsNoted(this.service);
  }

  /** Puts the domain's clock to noon of a day, or to another hour of it in Shanghai. */
  async itIs(on: string, at = '12:00'): Promise<void> {
    writeFileSync(this.clockFile, `${on}T${at}:00+08:00`);
    await pause(150);
  }

  account(...grants: Grant[]): Promise<string> {
    return this.service.signer.account(...grants);
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    given: { readonly as?: string; readonly key?: string; readonly headers?: Record<string, string> } = {},
  ): Promise<Reply> {
    const answer = await fetch(`${this.service.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${given.as ?? this.librarian}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(given.key === undefined ? {} : { 'idempotency-key': given.key }),
        ...given.headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: (text === '' ? {} : JSON.parse(text)) as Reply['body'],
    };
  }

  lend(
    copy: { barcode: string },
    pupil: Pick<Pupil, 'cardNumber'>,
    more: object = {},
    key?: string,
  ): Promise<Reply> {
    return this.ask(
      'POST',
      '/checkouts',
      { copyBarcode: copy.barcode, cardNumber: pupil.cardNumber, ...more },
      key === undefined ? {} : { key },
    );
  }

  giveBack(copy: { barcode: string }): Promise<Reply> {
    return this.ask('POST', '/returns', { copyBarcode: copy.barcode });
  }

  lose(loanId: string, more: object = {}, key?: string): Promise<Reply> {
    return this.ask('POST', '/losses', { loanId, ...more }, key === undefined ? {} : { key });
  }

  settle(compensationId: string, how = 'paid', more: object = {}): Promise<Reply> {
    return this.ask('POST', `/compensations/${compensationId}/settlement`, { how, ...more });
  }

  /** Events of a type that lie in the outbox, oldest first. */
  async announced(
    type: string,
    key?: string,
  ): Promise<{ key: string; version: number; data: Record<string, never> }[]> {
    const rows = await this.service.sql<{
      key: string;
      agg_version: number;
      payload: { data: Record<string, never> };
    }>(
      `select key, agg_version, payload from outbox where type = $1 and ($2::text is null or key = $2) order by id`,
      [type, key ?? null],
    );
    return rows.map((row) => ({ key: row.key, version: row.agg_version, data: row.payload.data }));
  }

  stop(): Promise<void> {
    return this.service.stop();
  }
}

/** A pupil of an unknown class 5 as readers announces it. */
export const announcedReader = (readerId: ReaderId, schoolId: SchoolId): AnnouncedReader => ({
  readerId,
  schoolId,
  kind: 'student',
  classId: null,
  section: 'primary',
  entryYear: 2022,
  leftOn: null,
  leftWhy: null,
  suspension: null,
});

/** A copy as the catalogue announces it. */
const aCopy = (copyId: CopyId, schoolId: SchoolId): Omit<CopyAccessionedV1['data'], 'titleId'> => ({
  copyId,
  schoolId,
  barcode: `B${copyId.slice(0, 13).toUpperCase()}`,
  accessionNumber: 1,
  callNumber: 'I287.45/1',
  clc: 'I287.45',
  kind: 'book',
  stockState: 'lendable',
  location: null,
  priceFen: 2_500,
  accessionedOn: day('2026-09-01'),
});

export const cardKeyOf = (schoolId: string, cardNumber: string): string =>
  createHmac('sha256', CARD_KEY)
    .update(`${schoolId}|${cardNumber.normalize('NFKC').toUpperCase()}`)
    .digest('hex');

export const cloudEvent = (announcement: Announcement, id: string): object => ({
  specversion: '1.0',
  id,
  source: '/shulian/tests',
  type: announcement.type,
  subject: announcement.key,
  partitionkey: announcement.key,
  time: '2026-10-12T04:00:00.000Z',
  datacontenttype: 'application/json',
  dataschema: `https://shulian.example/schemas/${announcement.type}.schema.json`,
  aggregateversion: announcement.aggregateVersion,
  ...(announcement.schoolId === null ? {} : { schoolid: announcement.schoolId }),
  data: announcement.data,
});

/** Every Saturday and Sunday of a year. */
export function weekendsOf(year: number): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let at = Date.UTC(year, 0, 1); new Date(at).getUTCFullYear() === year; at += 86_400_000)
    if ([0, 6].includes(new Date(at).getUTCDay())) days.push(day(new Date(at).toISOString().slice(0, 10)));
  return days;
}
