import { expect } from '@jest/globals';
import type { Grant } from '@shulian/contracts/access';
import type { CalendarDay, ReaderId, SchoolClassId, SchoolId, TermId, TitleId } from '@shulian/contracts/ids';
import { TitleDescribedV1 } from '@shulian/contracts/catalog';
import { ClassOpenedV1, ReaderEnrolledV1, SchoolOpenedV1, TermOpenedV1 } from '@shulian/contracts/readers';
import { newId } from '@shulian/service-kit';
import {
  announceForTests,
  eventually,
  startForTests,
  type ServiceForTests,
} from '@shulian/service-kit/testing';
import { activitiesService } from '../activities.module.js';
import type { EntryView, WholeEntryView } from './logbook-entries.http.js';
import type { CountView, DueView, StandingView } from './logbook-keeping.http.js';

type Reply<Body = object> = { readonly status: number; readonly body: Body & { readonly code?: string } };
type Page<Item> = { readonly items: Item[]; readonly nextCursor: string | null };
export type Person =
  'librarian' | 'head' | 'teacher' | 'helper' | 'pupil' | 'classmate' | 'county' | 'viewer' | 'foreign';

/** Wednesday, 14 October 2026, ten in the morning; the term began on 1 September. */
const NOW = '2026-10-14T02:00:00Z';

/** A school with two classes, its people, and a neighbour school, on a service of their own. */
export class LogbookSchool {
  private constructor(
    readonly service: ServiceForTests,
    readonly school: SchoolId,
    readonly foreignSchool: SchoolId,
    /** 三年级1班 is the teacher's and the helper's; 一年级2班 began this year. */
    readonly classes: readonly [SchoolClassId, SchoolClassId],
    readonly readers: Readonly<Record<'pupil' | 'classmate' | 'other' | 'teacher' | 'clerk', ReaderId>>,
    readonly title: TitleId,
    private readonly tokens: Readonly<Record<Person, string>>,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(database: { readonly ownerUrl: string; drop(): Promise<void> }): Promise<LogbookSchool> {
    const service = await startForTests(activitiesService, {
      ownerUrl: database.ownerUrl,
      settings: { SHULIAN_CLOCK: NOW },
    });
    const [school, foreignSchool] = [newId<SchoolId>(), newId<SchoolId>()];
    const classes = [newId<SchoolClassId>(), newId<SchoolClassId>()] as const;
    const readers = {
      pupil: newId<ReaderId>(),
      classmate: newId<ReaderId>(),
      other: newId<ReaderId>(),
      teacher: newId<ReaderId>(),
      clerk: newId<ReaderId>(),
    };
    const title = newId<TitleId>();
    const tell = (announcement: Parameters<typeof announceForTests>[1]): Promise<void> =>
      announceForTests(service, announcement);
    for (const [at, schoolId] of [school, foreignSchool].entries())
      await tell(
        SchoolOpenedV1.announce(
          { schoolId, code: `S${String(at)}`, name: `第${String(at + 1)}小学`, kind: 'primary' },
          1,
        ),
      );
    const [entryYears, names] = [
      [2024, 2026],
      ['三年级1班', '一年级2班'],
    ] as const;
    for (const [at, classId] of classes.entries())
      await tell(
        ClassOpenedV1.announce(
          {
            classId,
            schoolId: school,
            section: 'primary',
            entryYear: entryYears[at] ?? 2026,
            classNo: at + 1,
            grade: at === 0 ? 3 : 1,
            name: names[at] ?? '',
          },
          1,
        ),
      );
    await tell(
      TermOpenedV1.announce(
        {
          termId: newId<TermId>(),
          schoolId: school,
          name: '2026年秋季',
          startsOn: '2026-09-01' as CalendarDay,
          endsOn: '2027-01-29' as CalendarDay,
        },
        1,
      ),
    );
    await tell(
      TitleDescribedV1.announce(
        {
          titleId: title,
          title: '西游记',
          contributors: [],
          isbns: [],
          publisher: null,
          publishedYear: null,
          clc: null,
        },
        1,
      ),
    );
    const enrol = (
      readerId: ReaderId,
      kind: 'student' | 'teacher' | 'staff',
      classId: SchoolClassId | null,
    ): Promise<void> =>
      tell(
        ReaderEnrolledV1.announce(
          {
            readerId,
            schoolId: school,
            kind,
            classId,
            section: classId === null ? null : 'primary',
            entryYear: classId === null ? null : 2024,
            leftOn: null,
            leftWhy: null,
            suspension: null,
          },
          1,
        ),
      );
    await enrol(readers.pupil, 'student', classes[0]);
    await enrol(readers.classmate, 'student', classes[0]);
    await enrol(readers.other, 'student', classes[1]);
    await enrol(readers.teacher, 'teacher', null);
    await enrol(readers.clerk, 'staff', null);
    await eventually(async () => {
      const [known] = await service.sql<{ n: number }>(
        `select ((select count(*) from known_reader) + (select count(*) from known_class) + (select count(*) from known_term)
           + (select count(*) from known_title) + (select count(*) from known_school))::int as n`,
      );
      if (known?.n !== 11) throw new Error('not all is known yet');
    });
    const sign = (grant: Grant): Promise<string> => service.signer.account(grant);
    const [classId] = classes;
    const tokens = {
      librarian: await sign({ role: 'librarian', schoolId: school }),
      head: await sign({ role: 'school-head', schoolId: school }),
      teacher: await sign({ role: 'teacher', schoolId: school, classId }),
      helper: await sign({ role: 'class-helper', schoolId: school, classId }),
      pupil: await sign({ role: 'reader', schoolId: school, readerId: readers.pupil }),
      classmate: await sign({ role: 'reader', schoolId: school, readerId: readers.classmate }),
      county: await sign({ role: 'county-admin' }),
      viewer: await sign({ role: 'county-viewer' }),
      foreign: await sign({ role: 'librarian', schoolId: foreignSchool }),
    };
    return new LogbookSchool(service, school, foreignSchool, classes, readers, title, tokens, () =>
      database.drop(),
    );
  }

  async end(): Promise<void> {
    await this.service.stop();
    await this.drop();
  }

  authorization(as: Person): { readonly authorization: string } {
    return { authorization: `Bearer ${this.tokens[as]}` };
  }

  async call<Body = object>(
    as: Person,
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply<Body>> {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${this.service.url}/api/v1${path}`, {
      method,
      headers: {
        ...this.authorization(as),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as never };
  }

  /** Writes an entry that has to be taken. */
  async write(
    as: Person,
    logbook: string,
    values: Readonly<Record<string, unknown>>,
    more: { readonly happenedOn?: string; readonly readerId?: string; readonly schoolId?: string } = {},
  ): Promise<EntryView> {
    const answer = await this.call<EntryView>(as, 'POST', '/logbook-entries', { logbook, values, ...more });
    expect({ logbook, status: answer.status, body: answer.body }).toMatchObject({ logbook, status: 201 });
    return answer.body;
  }

  async followUp(as: Person, id: string, status: string, words?: string): Promise<EntryView> {
    const answer = await this.call<EntryView>(as, 'POST', `/logbook-entries/${id}/follow-ups`, {
      status,
      words,
    });
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
    return answer.body;
  }

  async sign(as: Person, id: string): Promise<EntryView> {
    const answer = await this.call<EntryView>(as, 'POST', `/logbook-entries/${id}/signature`, {});
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
    return answer.body;
  }

  /** The entries of a logbook, newest first. @param query `&from=…` */
  entries(as: Person, logbook: string, query = ''): Promise<EntryView[]> {
    return this.items<EntryView>(as, `/logbook-entries?logbook=${logbook}${query}`);
  }

  async entry(as: Person, id: string): Promise<WholeEntryView> {
    return (await this.call<WholeEntryView>(as, 'GET', `/logbook-entries/${id}`)).body;
  }

  /** @param query `from=…&to=…` */
  dues(as: Person, logbook: string, query: string): Promise<DueView[]> {
    return this.items<DueView>(as, `/logbook-dues?logbook=${logbook}&limit=500&${query}`);
  }

  standings(as: Person, query: string): Promise<StandingView[]> {
    return this.items<StandingView>(as, `/logbook-standings?limit=500&${query}`);
  }

  counts(as: Person, logbook: string, query = ''): Promise<CountView[]> {
    return this.items<CountView>(as, `/logbook-counts?logbook=${logbook}&limit=500${query}`);
  }

  /** The printed list as lines, in Chinese; without who it is about, which the gateway puts in. */
  async printed(as: Person, path: string): Promise<string[]> {
    const answer = await fetch(`${this.service.url}/api/v1${path}&format=csv`, {
      headers: { ...this.authorization(as), 'accept-language': 'zh' },
    });
    expect({ path, status: answer.status }).toEqual({ path, status: 200 });
    return (await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n');
  }

  private async items<Item>(as: Person, path: string): Promise<Item[]> {
    const answer = await this.call<Page<Item>>(as, 'GET', path);
    expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status: 200 });
    return answer.body.items;
  }
}

/** The figure of a value, or of a number (`value` null), or of all entries (`field` null). */
export const figureOf = (
  counts: readonly CountView[],
  field: string | null,
  value: string | null = null,
): CountView | undefined => counts.find((count) => count.field === field && count.value === value);
