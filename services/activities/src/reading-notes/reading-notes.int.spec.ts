import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { TitleDescribedV1, TitleMergedV1 } from '@shulian/contracts/catalog';
import type { CalendarDay, ReaderId, SchoolClassId, SchoolId, TitleId } from '@shulian/contracts/ids';
import {
  ReaderEnrolledV1,
  ReaderLeftV1,
  ReaderMovedClassV1,
  type AnnouncedReader,
} from '@shulian/contracts/readers';
import { Database, newId, pageOf } from '@shulian/service-kit';
import {
  announceForTests,
  eventually,
  startForTests,
  type ServiceForTests,
} from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { activitiesService } from '../activities.module.js';

let database: FreshDatabase;
let activities: ServiceForTests;
const [school, otherSchool] = [newId<SchoolId>(), newId<SchoolId>()];
const [ownClass, otherClass] = [newId<SchoolClassId>(), newId<SchoolClassId>()];
const tokens = { librarian: '', teacher: '', otherTeacher: '', foreign: '', helper: '', admin: '' };

type Note = {
  id: string;
  readerId: string;
  titleId: string | null;
  kind: string;
  status: string;
  handedInOn: string;
  acceptedOn: string | null;
  code: string;
};
const call = async (
  as: string,
  method: string,
  path: string,
  body?: unknown,
  key?: string,
): Promise<{ status: number; body: Note & { items: Note[]; nextCursor: string | null } }> => {
  const answer = await fetch(`${activities.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${as}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as never };
};

/** A pupil as readers tells it. */
const told = (readerId: ReaderId, but: Partial<AnnouncedReader> = {}): AnnouncedReader => ({
  readerId,
  schoolId: school,
  kind: 'student',
  classId: ownClass,
  section: 'primary',
  entryYear: 2024,
  leftOn: null,
  leftWhy: null,
  suspension: null,
  ...but,
});
/** A pupil the service has heard of. */
const enrol = async (classId: SchoolClassId | null = ownClass, schoolId = school): Promise<ReaderId> => {
  const readerId = newId<ReaderId>();
  await announceForTests(activities, ReaderEnrolledV1.announce(told(readerId, { classId, schoolId }), 1));
  return readerId;
};
/** A title the service has heard of. */
const describedAs = (titleId: TitleId): Promise<unknown> =>
  announceForTests(
    activities,
    TitleDescribedV1.announce(
      {
        titleId,
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
const asReader = (readerId: string): Promise<string> =>
  activities.signer.account({ role: 'reader', schoolId: school, readerId });
const events = (noteId: string): Promise<{ type: string; payload: object }[]> =>
  activities.sql('select type, payload from outbox where key = $1 order by id', [noteId]);

beforeAll(async () => {
  database = await freshDatabase('reading_notes');
  activities = await startForTests(activitiesService, { ownerUrl: database.ownerUrl });
  const { signer } = activities;
  tokens.librarian = await signer.account({ role: 'librarian', schoolId: school });
  tokens.teacher = await signer.account({ role: 'teacher', schoolId: school, classId: ownClass });
  tokens.otherTeacher = await signer.account({ role: 'teacher', schoolId: school, classId: otherClass });
  tokens.foreign = await signer.account({ role: 'librarian', schoolId: otherSchool });
  tokens.helper = await signer.account({ role: 'class-helper', schoolId: school, classId: ownClass });
  tokens.admin = await signer.account({ role: 'county-admin' });
});
afterAll(async () => {
  await activities.stop();
  await database.drop();
});

describe('handing in a reading note', () => {
  it('[ACT-019] a pupil hands in the own note, and the event has no word of it', async () => {
    const readerId = await enrol();
    const made = await call(await asReader(readerId), 'POST', '/reading-notes', { text: '孙悟空大闹天宫' });
    expect([made.status, made.body.readerId, made.body.status]).toEqual([201, readerId, 'handed-in']);
    const [event] = await events(made.body.id);
    expect(event?.type).toBe('shulian.activities.reading-note.handed-in.v1');
    expect(JSON.stringify(event?.payload)).not.toContain('孙悟空');
  });

  it('[ACT-019, ACT-026] a pupil hands in notes, excerpts, reflections and digest cards on a book, and finds each in the own list', async () => {
    const [readerId, titleId] = [await enrol(), newId<TitleId>()];
    await describedAs(titleId);
    const pupil = await asReader(readerId);
    const kinds = ['note', 'excerpt', 'reflection', 'card'];
    for (const kind of kinds) {
      const made = await call(pupil, 'POST', '/reading-notes', { titleId, kind, text: `${kind}：西游记` });
      expect([made.status, made.body.kind]).toEqual([201, kind]);
    }
    const { body } = await call(pupil, 'GET', '/reading-notes');
    expect(
      body.items.map(({ readerId, titleId, kind, handedInOn }) => [readerId, titleId, kind, handedInOn]),
    ).toEqual(
      // The newest comes first.
      kinds.toReversed().map((kind) => [readerId, titleId, kind, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]),
    );
    const unheard = await call(pupil, 'POST', '/reading-notes', { kind: 'poster', text: 'a' });
    expect(unheard.status).toBe(400);
  });

  it('[ACT-027] a teacher hands in the own reading reflection, which the librarian finds and pupils do not', async () => {
    const readerId = newId<ReaderId>();
    await announceForTests(
      activities,
      ReaderEnrolledV1.announce(told(readerId, { kind: 'teacher', classId: null }), 1),
    );
    const teacher = await activities.signer.account(
      { role: 'teacher', schoolId: school, classId: ownClass },
      { role: 'reader', schoolId: school, readerId },
    );
    const reflection = { kind: 'reflection', text: '读《给教师的建议》有感' };
    const made = await call(teacher, 'POST', '/reading-notes', reflection);
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({ readerId, ...reflection, status: 'handed-in' }),
    ]);
    const listed = (as: string): Promise<Note[]> =>
      call(as, 'GET', `/reading-notes?readerId=${readerId}`).then(({ body }) => body.items);
    expect(await listed(teacher)).toEqual([made.body]);
    expect(await listed(tokens.librarian)).toEqual([made.body]);
    expect((await listed(await asReader(await enrol()))) ?? []).toEqual([]);
  });

  it('waits for a reader who was enrolled a moment ago', async () => {
    const readerId = newId<ReaderId>();
    const reply = call(tokens.librarian, 'POST', '/reading-notes', { readerId, text: 'a' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await announceForTests(activities, ReaderEnrolledV1.announce(told(readerId), 1));
    expect((await reply).status).toBe(201);
  });

  it('refuses a reader nobody knows, one who left, one of another school and one of another class', async () => {
    const unknown = await call(tokens.librarian, 'POST', '/reading-notes', { readerId: newId(), text: 'a' });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'request.unknown-reference']);
    const foreign = await call(tokens.foreign, 'POST', '/reading-notes', {
      readerId: await enrol(),
      text: 'a',
    });
    // The same as for a reader nobody knows: the answer must not tell that there is such a child.
    expect([foreign.status, foreign.body.code]).toEqual([422, 'request.unknown-reference']);
    expect({ ...foreign.body, instance: '', requestId: '' }).toEqual({
      ...unknown.body,
      instance: '',
      requestId: '',
    });
    const classmates = await call(tokens.otherTeacher, 'POST', '/reading-notes', {
      readerId: await enrol(),
      text: 'a',
    });
    expect([classmates.status, classmates.body.code]).toEqual([403, 'permission.denied']);
    const ofAnother = await call(await asReader(await enrol()), 'POST', '/reading-notes', {
      readerId: await enrol(),
      text: 'a',
    });
    expect([ofAnother.status, ofAnother.body.code]).toEqual([422, 'request.unknown-reference']);
    const leaver = await enrol();
    await announceForTests(
      activities,
      ReaderLeftV1.announce({ ...told(leaver), leftOn: '2026-10-12' as CalendarDay, leftWhy: 'left' }, 2),
    );
    await eventually(async () => {
      const left = await call(tokens.librarian, 'POST', '/reading-notes', { readerId: leaver, text: 'a' });
      expect(left.status).toBe(422);
    });
  });

  it('does the same work for a reader of another school, a pupil of another name and one nobody knows', async () => {
    const [other, classmate] = [await enrol(), await enrol()];
    const database = activities.app.get(Database);
    const looks = async (
      as: string,
      readerId: string,
    ): Promise<{ looks: number; ms: number; status: number }> => {
      const rows = jest.spyOn(database, 'rows');
      const before = performance.now();
      const { status } = await call(as, 'POST', '/reading-notes', { readerId, text: 'a' });
      const found = rows.mock.calls.filter(
        ([what]) => typeof what === 'object' && what.name === 'known-reader.find',
      );
      rows.mockRestore();
      return { looks: found.length, ms: performance.now() - before, status };
    };
    const pupil = await asReader(classmate);
    for (const as of [tokens.foreign, pupil]) {
      const unknown = await looks(as, newId());
      const foreign = await looks(as, other);
      expect([unknown.status, foreign.status]).toEqual([422, 422]);
      // Both look until the two seconds are over; on a busy machine they look less often.
      for (const { looks: count, ms } of [unknown, foreign]) {
        expect(count).toBeGreaterThan(10);
        expect(ms).toBeGreaterThanOrEqual(1_990);
      }
    }
    expect((await looks(tokens.librarian, other)).looks).toBe(1);
  });

  it.each([
    ['', 400],
    ['好'.repeat(20_000), 201],
    ['好'.repeat(20_001), 400],
  ])('takes a text of 1 to 20,000 characters', async (text, status) => {
    expect((await call(await asReader(await enrol()), 'POST', '/reading-notes', { text })).status).toBe(
      status,
    );
  });

  it('once per key, however often the button is pressed', async () => {
    const reader = await asReader(await enrol());
    const presses = Array.from({ length: 10 }, () =>
      call(reader, 'POST', '/reading-notes', { text: 'a' }, 'once'),
    );
    const ids = new Set(
      (await Promise.all(presses)).filter(({ status }) => status === 201).map(({ body }) => body.id),
    );
    expect(ids.size).toBe(1);
  });
});

describe('the title of a reading note', () => {
  const mergedInto = (titleId: TitleId, intoTitleId: TitleId): Promise<unknown> =>
    announceForTests(activities, TitleMergedV1.announce({ titleId, intoTitleId }, 2));
  const noteOn = async (
    titleId: string,
  ): Promise<{ status: number; titleId?: string | null; code?: string; errors?: unknown }> => {
    const { status, body } = await call(tokens.librarian, 'POST', '/reading-notes', {
      readerId: await enrol(),
      titleId,
      text: 'a',
    });
    return { ...(body as object), status };
  };

  it('must be in the catalogue', async () => {
    expect(await noteOn(newId())).toMatchObject({
      status: 422,
      code: 'request.unknown-reference',
      errors: [expect.objectContaining({ pointer: '/titleId' })],
    });
  });

  it('is waited for when it was described a moment ago, and taken in any letter case', async () => {
    const titleId = newId<TitleId>();
    const note = noteOn(titleId.toUpperCase());
    await new Promise((resolve) => setTimeout(resolve, 100));
    await describedAs(titleId);
    expect(await note).toMatchObject({ status: 201, titleId });
  });

  it('is the one that took its place, however often that happened', async () => {
    const [first, second, third] = [newId<TitleId>(), newId<TitleId>(), newId<TitleId>()];
    await describedAs(third);
    await mergedInto(second, third);
    await mergedInto(first, second);
    for (const named of [first, second, third])
      await eventually(async () =>
        expect(await noteOn(named)).toMatchObject({ status: 201, titleId: third }),
      );
  });

  it('is known when only its merger was heard of, and a circle of mergers ends', async () => {
    const [gone, target] = [newId<TitleId>(), newId<TitleId>()];
    await mergedInto(gone, target);
    expect(await noteOn(gone)).toMatchObject({ status: 201, titleId: target });
    await mergedInto(target, gone);
    await eventually(async () => expect(await noteOn(gone)).toMatchObject({ status: 201, titleId: gone }));
  });
});

describe('accepting a reading note', () => {
  const handedIn = async (readerId: ReaderId): Promise<string> =>
    (await call(tokens.librarian, 'POST', '/reading-notes', { readerId, text: 'a' })).body.id;

  it('[ACT-021] a teacher of the class accepts it, once', async () => {
    const id = await handedIn(await enrol());
    const first = await call(tokens.teacher, 'POST', `/reading-notes/${id}/acceptance`);
    expect([first.status, first.body.status]).toEqual([200, 'accepted']);
    const second = await call(tokens.teacher, 'POST', `/reading-notes/${id}/acceptance`);
    expect([second.status, second.body.code]).toEqual([409, 'reading-note.already-accepted']);
    expect((await events(id)).map(({ type }) => type)).toEqual([
      'shulian.activities.reading-note.handed-in.v1',
      'shulian.activities.reading-note.accepted.v1',
    ]);
  });

  it('two teachers at once: one of them does', async () => {
    const id = await handedIn(await enrol());
    const both = await Promise.all(
      [tokens.teacher, tokens.librarian].map((as) => call(as, 'POST', `/reading-notes/${id}/acceptance`)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await events(id)).toHaveLength(2);
  });

  it('is not for the teacher of another class, another school, the pupil, a helper or the county', async () => {
    const readerId = await enrol();
    const id = await handedIn(readerId);
    for (const [as, status] of [
      [tokens.otherTeacher, 404],
      [tokens.foreign, 404],
      [await asReader(readerId), 403],
      [tokens.helper, 403],
      [tokens.admin, 403],
    ] as const)
      expect((await call(as, 'POST', `/reading-notes/${id}/acceptance`)).status).toBe(status);
  });
});

describe('reading notes within reach', () => {
  it('a teacher sees the own class, a pupil the own notes, another school nothing', async () => {
    const [pupil, classmate, elsewhere] = [await enrol(), await enrol(), await enrol(otherClass)];
    for (const readerId of [pupil, classmate, elsewhere])
      await call(tokens.librarian, 'POST', '/reading-notes', { readerId, text: 'a' });
    const seen = async (as: string): Promise<Set<string>> =>
      new Set((await call(as, 'GET', '/reading-notes?limit=500')).body.items.map((note) => note.readerId));
    const teachers = await seen(tokens.teacher);
    expect([teachers.has(pupil), teachers.has(classmate), teachers.has(elsewhere)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await seen(await asReader(pupil))).toEqual(new Set([pupil]));
    expect(await seen(tokens.foreign)).toEqual(new Set());
    expect((await call(tokens.foreign, 'GET', `/reading-notes?schoolId=${school}`)).status).toBe(403);
  });
});

describe('a page of reading notes', () => {
  const cursorOf = (key: string | number): string => pageOf([1, 2], 1, String, () => [key]).nextCursor ?? '';

  it('goes on after its own cursor', async () => {
    const pupil = await enrol();
    for (const text of ['a', 'b', 'c'])
      await call(tokens.librarian, 'POST', '/reading-notes', { readerId: pupil, text });
    const path = `/reading-notes?readerId=${pupil}&limit=2`;
    const first = await call(tokens.librarian, 'GET', path);
    const second = await call(tokens.librarian, 'GET', `${path}&cursor=${first.body.nextCursor}`);
    expect([first.body.items.length, second.body.items.length, second.body.nextCursor]).toEqual([2, 1, null]);
  });

  // Signed by this service, but for another of its lists.
  it.each([7, 0, 'x', '', '01940000-0000-7000-8000-00000000000', "' or 1=1"])(
    'refuses a cursor that holds %j',
    async (key) => {
      const answer = await call(tokens.librarian, 'GET', `/reading-notes?cursor=${cursorOf(key)}`);
      expect([answer.status, answer.body]).toEqual([
        400,
        expect.objectContaining({
          code: 'request.invalid',
          errors: [expect.objectContaining({ pointer: '?cursor' })],
        }),
      ]);
    },
  );
});

describe('what activities hears of readers', () => {
  const known = (readerId: string): Promise<object[]> =>
    activities.sql('select class_id, active, version from known_reader where reader_id = $1', [readerId]);

  it.each(['reader.enrolled', 'reader.moved-class', 'reader.left'])(
    'digests the golden %s, twice as once',
    async (name) => {
      const example = JSON.parse(
        readFileSync(
          new URL(`../../../../libs/contracts/examples/shulian.readers.${name}.v1.json`, import.meta.url),
          'utf8',
        ),
      ) as { type: string; subject: string; data: never; aggregateversion: number };
      const definition = [ReaderEnrolledV1, ReaderMovedClassV1, ReaderLeftV1].find(
        ({ type }) => type === example.type,
      );
      const announcement = definition?.announce(example.data, example.aggregateversion);
      if (announcement === undefined) throw new Error('no such event');
      const id = newId();
      await announceForTests(activities, announcement, id);
      await announceForTests(activities, announcement, id);
      await eventually(async () => expect(await known(example.subject)).toHaveLength(1));
      expect(await activities.sql('select from parked_event')).toEqual([]);
    },
  );

  it('keeps the newest of all versions, in whatever order and however often they come', async () => {
    const state = fc.record({ classId: fc.constantFrom(ownClass, otherClass, null), hasLeft: fc.boolean() });
    const histories = fc
      .array(state, { minLength: 1, maxLength: 4 })
      .chain((states) =>
        fc
          .tuple(
            fc.shuffledSubarray([...states.keys()], { minLength: states.length }),
            fc.array(fc.nat(states.length - 1), { maxLength: 2 }),
          )
          .map(([all, again]) => ({ states, order: [...all, ...again] })),
      );
    await fc.assert(
      fc.asyncProperty(histories, async ({ states, order }) => {
        const readerId = newId<ReaderId>();
        for (const at of order) {
          const { classId, hasLeft } = states[at] ?? { classId: null, hasLeft: false };
          const left = { leftOn: '2026-10-12' as CalendarDay, leftWhy: 'left' } as const;
          await announceForTests(
            activities,
            hasLeft
              ? ReaderLeftV1.announce({ ...told(readerId, { classId }), ...left }, at + 1)
              : ReaderEnrolledV1.announce(told(readerId, { classId }), at + 1),
          );
        }
        const newest = states.at(-1);
        await eventually(async () =>
          expect(await known(readerId)).toEqual([
            { class_id: newest?.classId, active: newest?.hasLeft === false, version: states.length },
          ]),
        );
        // The redeliveries at the end were digested, too.
        const marker = await enrol();
        await eventually(async () => expect(await known(marker)).toHaveLength(1));
        expect(await known(readerId)).toMatchObject([{ version: states.length }]);
      }),
      { numRuns: 10 },
    );
  });
});
