import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadingNoteAcceptedV1 } from '@shulian/contracts/activities';
import type { ReadingNoteId, SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, day, type Pupil, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
let admin: string;
const elsewhere = randomUUID() as SchoolId;

beforeAll(async () => {
  database = await freshDatabase('policies');
  county = await CountyForTests.open(database.ownerUrl);
  admin = await county.account({ role: 'county-admin' });
  await county.openSchool(elsewhere);
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const put = (body: object, version?: number, as?: string): Promise<Reply> =>
  county.ask('PUT', '/lending-policies', body, {
    ...(as === undefined ? {} : { as }),
    headers: version === undefined ? {} : { 'if-match': `"v${version}"` },
  });
const resolved = (query: string, as?: string): Promise<Reply> =>
  county.ask('GET', `/lending-policies/resolved?${query}`, undefined, as === undefined ? {} : { as });
const accepted = (pupil: Pupil): Promise<void> => {
  const noteId = randomUUID() as ReadingNoteId;
  const { readerId, classId } = pupil;
  const note = {
    noteId,
    readerId,
    classId,
    schoolId: county.schoolId,
    titleId: null,
    acceptedOn: day('2026-10-12'),
  };
  return county.tell(ReadingNoteAcceptedV1.announce(note, county.next(noteId)));
};

describe('lending policies', () => {
  it('begin with those of the county, explained parameter by parameter', async () => {
    const limits = async (kind: string): Promise<unknown[]> => {
      const { parameters } = (await resolved(`readerKind=${kind}`)).body as unknown as {
        parameters: Record<string, { value: unknown }>;
      };
      return [parameters['loanLimit']?.value, parameters['loanDays']?.value, parameters['renewals']?.value];
    };
    expect(await limits('student')).toEqual([5, 30, 1]);
    expect(await limits('teacher')).toEqual([20, 90, 2]);
    expect(await limits('staff')).toEqual([10, 60, 1]);
    expect(await limits('external')).toEqual([2, 30, 0]);
    expect((await resolved('readerKind=student&copyKind=reference')).body).toMatchObject({
      parameters: { mayLeaveRoom: { value: false, version: 1, scope: 'county' } },
    });
  });
  it('[CIR-009] are set by a school for itself, version by version', async () => {
    const rows = [
      { readerKind: 'student', sets: { loanLimit: 2 } },
      { grades: [5, 6], sets: { loanDays: 14 } },
    ];
    const first = await put({ rows });
    expect([first.status, first.body]).toMatchObject([
      200,
      { scope: `school:${county.schoolId}`, version: 1, effectiveOn: '2026-10-12' },
    ]);
    expect((await put({ rows })).status).toBe(428);
    expect((await put({ rows }, 7)).status).toBe(412);
    expect((await put({ rows }, 1)).body).toMatchObject({ version: 2 });
    expect((await resolved('readerKind=student&grade=5')).body).toMatchObject({
      parameters: {
        loanLimit: { value: 2, version: 2 },
        loanDays: { value: 14 },
        renewals: { value: 1, scope: 'county' },
      },
    });
    expect((await resolved('readerKind=student&grade=4')).body).toMatchObject({
      parameters: { loanDays: { value: 30 } },
    });
    const events = await county.announced(
      'shulian.circulation.policy.activated.v1',
      `school:${county.schoolId}`,
    );
    expect(events).toMatchObject([{ version: 1 }, { version: 2, data: { rows: 2 } }]);
    const listed = (await county.ask('GET', '/lending-policies')).body['items'] as {
      scope: string;
      version: number;
      id: string;
    }[];
    expect(listed.map((one) => `${one.scope.slice(0, 6)} ${one.version}`)).toEqual([
      'county 1',
      'school 2',
      'school 1',
    ]);
    expect((await county.ask('GET', `/lending-policies/${listed[1]?.id}`)).body).toMatchObject({
      version: 2,
    });
    const there = await county.account({ role: 'librarian', schoolId: elsewhere });
    expect(
      (await county.ask('GET', `/lending-policies/${listed[1]?.id}`, undefined, { as: there })).status,
    ).toBe(404);
  });
  it('[RDR-003] differ by band of grades, teachers, other staff, classes and external readers', async () => {
    const there = await county.account({ role: 'librarian', schoolId: elsewhere });
    const bands = [[1, 2], [3, 6], [7, 8], [10, 12]]; // prettier-ignore
    const gradesOf = ([from = 0, to = 0]: number[]) =>
      Array.from({ length: to - from + 1 }, (_, n) => from + n);
    const kinds = ['teacher', 'staff', 'class', 'external'];
    const rows = [
      ...bands.map((band, n) => ({
        readerKind: 'student',
        grades: gradesOf(band),
        sets: { loanLimit: n + 1 },
      })),
      ...kinds.map((readerKind, n) => ({ readerKind, sets: { loanLimit: 30 + n } })),
    ];
    expect((await put({ rows }, undefined, there)).status).toBe(200);
    const limit = async (query: string): Promise<unknown> =>
      ((await resolved(query, there)).body as unknown as { parameters: Record<string, { value: unknown }> })
        .parameters['loanLimit']?.value;
    const found: unknown[] = [];
    for (const grade of [1, 2, 3, 6, 7, 8, 10, 12])
      found.push(await limit(`readerKind=student&grade=${grade}`));
    for (const kind of kinds) found.push(await limit(`readerKind=${kind}`));
    expect(found).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 30, 31, 32, 33]);
    // Nobody has said anything of the ninth grade: there the county's rule holds.
    expect(await limit('readerKind=student&grade=9')).toBe(5);
  });
  it('take effect on their day, at once for every desk', async () => {
    const pupil = await county.enrol();
    for (const copy of await county.accessionMany(2))
      expect((await county.lend(copy, pupil)).status).toBe(201);
    expect((await county.lend(await county.accession(), pupil)).body).toMatchObject({
      reasons: [
        { code: 'reader.at-limit', facts: { limit: 2 }, rule: { version: 2, parameter: 'loanLimit' } },
      ],
    });
    const later = { effectiveOn: '2026-10-13', rows: [{ sets: { loanLimit: 3 } }] };
    expect((await put(later, 2)).status).toBe(200);
    expect((await county.lend(await county.accession(), pupil)).status).toBe(409);
    await county.itIs('2026-10-13');
    expect((await county.lend(await county.accession(), pupil)).status).toBe(201);
    await county.itIs('2026-10-12');
  });
  it('stay planned for their day when one is put later for an earlier day, and the list says what holds when', async () => {
    const schoolId = randomUUID() as SchoolId;
    await county.openSchool(schoolId);
    const as = await county.account({ role: 'librarian', schoolId });
    const limit = (loanLimit: number, effectiveOn?: string) => ({
      rows: [{ readerKind: 'student', sets: { loanLimit } }],
      ...(effectiveOn === undefined ? {} : { effectiveOn }),
    });
    expect((await put(limit(7, '2026-11-01'), undefined, as)).body).toMatchObject({
      standing: 'planned',
      untilOn: null,
    });
    expect((await put(limit(3), 1, as)).body).toMatchObject({ standing: 'in-force', untilOn: '2026-10-31' });
    const on = async (day: string): Promise<unknown> => {
      const { parameters } = (await resolved(`readerKind=student&on=${day}`, as)).body as unknown as {
        parameters: { loanLimit: { value: number; version: number } };
      };
      return [parameters.loanLimit.value, parameters.loanLimit.version];
    };
    expect([await on('2026-10-31'), await on('2026-11-01'), await on('2026-11-02')]).toEqual([
      [3, 2],
      [7, 1],
      [7, 1],
    ]);
    // Another for the planned day takes its place.
    expect((await put(limit(8, '2026-11-01'), 2, as)).status).toBe(200);
    expect([await on('2026-10-31'), await on('2026-11-01')]).toEqual([
      [3, 2],
      [8, 3],
    ]);
    const listed = (await county.ask('GET', '/lending-policies', undefined, { as })).body['items'] as {
      scope: string;
      version: number;
      standing: string;
    }[];
    const own = listed
      .filter(({ scope }) => scope !== 'county')
      .map(({ version, standing }) => [version, standing]);
    expect(own).toEqual([
      [3, 'planned'],
      [2, 'in-force'],
      [1, 'replaced'],
    ]);
  });
  it('are refused for a school or a class that is not there, or of another school', async () => {
    const pointers = (told: Reply) => [told.status, told.body['errors']];
    const unknown = (pointer: string) => [422, [{ pointer, code: 'unknown' }]];
    expect(pointers(await put({ schoolId: randomUUID(), rows: [] }, undefined, admin))).toEqual(
      unknown('/schoolId'),
    );
    const ofClass = (classId: string) => ({
      rows: [{ sets: { loanLimit: 1 } }, { classId, sets: { loanLimit: 2 } }],
    });
    expect(pointers(await put(ofClass(randomUUID()), 1, admin))).toEqual(unknown('/rows/1/classId'));
    const there = await county.account({ role: 'librarian', schoolId: elsewhere });
    expect(pointers(await put(ofClass(county.classId), undefined, there))).toEqual(
      unknown('/rows/1/classId'),
    );
    // What is on its way is waited for.
    const schoolId = randomUUID() as SchoolId;
    const putting = put({ schoolId, rows: [{ sets: { loanLimit: 2 } }] }, undefined, admin);
    await county.openSchool(schoolId);
    expect((await putting).status).toBe(200);
  });
  it('are refused when rows contradict each other, begin in the past, or say what cannot be', async () => {
    const twice = {
      rows: [
        { grades: [4, 5], sets: { loanDays: 7 } },
        { grades: [5], sets: { loanDays: 9 } },
      ],
    };
    expect((await put(twice, 3)).body['errors']).toEqual([
      { pointer: '/rows/1', code: 'contradicts-another-row' },
    ]);
    const reference = (mayLeaveRoom: boolean) => ({ copyKind: 'reference', sets: { mayLeaveRoom } });
    expect((await put({ rows: [{ sets: { loanLimit: 5 } }, reference(true)] }, 3)).body['errors']).toEqual([
      { pointer: '/rows/1/sets/mayLeaveRoom', code: 'reference-never-leaves' },
    ]);
    expect((await put({ effectiveOn: '2026-10-11', rows: [] }, 3)).status).toBe(400);
    for (const sets of [
      { loanDays: -1 },
      { loanDays: 1.5 },
      { sameTitle: 'maybe' },
      { fine: 5 },
      { windows: [{ weekdays: [8], from: '1', to: '2' }] },
    ])
      expect([sets, (await put({ rows: [{ sets }] }, 3)).status]).toEqual([sets, 400]);
  });
  it('are changed by the county for all and by a school for itself only', async () => {
    expect((await put({ schoolId: elsewhere, rows: [] }, undefined)).status).toBe(403);
    const teacher = await county.account({
      role: 'teacher',
      schoolId: county.schoolId,
      classId: county.classId,
    });
    expect((await put({ rows: [] }, 3, teacher)).status).toBe(403);
    expect((await put({ rows: [{ sets: { loanLimit: 9 } }] }, 1, admin)).body).toMatchObject({
      scope: 'county',
      version: 2,
    });
    expect((await resolved(`readerKind=student&schoolId=${elsewhere}`, admin)).body).toMatchObject({
      parameters: { loanLimit: { value: 9, version: 2, scope: 'county' } },
    });
  });
  it('[CIR-028] may ask for a reading note after every two loans; its acceptance opens the gate', async () => {
    expect(
      (await put({ rows: [{ readerKind: 'student', sets: { readingNoteEvery: 2, loanLimit: 9 } }] }, 3))
        .status,
    ).toBe(200);
    // The county's version above left nothing but a limit, so the school says the rest.
    const sets = { mayBorrow: true, loanDays: 14, readingNoteEvery: 2, loanLimit: 9 };
    expect((await put({ rows: [{ readerKind: 'student', sets }] }, 4)).status).toBe(200);
    const pupil = await county.enrol();
    for (const copy of await county.accessionMany(2))
      expect((await county.lend(copy, pupil)).status).toBe(201);
    const next = await county.accession();
    expect((await county.lend(next, pupil)).body).toMatchObject({
      reasons: [
        { code: 'reader.owes-reading-note', facts: { every: 2, loansSinceNote: 2 }, rule: { version: 5 } },
      ],
    });
    await accepted(pupil);
    expect((await county.lend(next, pupil)).status).toBe(201);
    const overrides = [{ code: 'reader.owes-reading-note', reason: 'note is on its way' }];
    const more = await county.accessionMany(2);
    expect((await county.lend(more[0] ?? next, pupil)).status).toBe(201);
    expect((await county.lend(more[1] ?? next, pupil)).status).toBe(409);
    expect((await county.lend(more[1] ?? next, pupil, { overrides })).status).toBe(201);
  });
  it('[CIR-028] may only warn: whoever stands at the desk confirms with a reason, and it is kept with the loan', async () => {
    const sets = { mayBorrow: true, loanDays: 14, loanLimit: 9, readingNoteEvery: 1 };
    const warns = { ...sets, readingNoteGate: 'warn' };
    expect((await put({ rows: [{ readerKind: 'student', sets: warns }] }, 5)).status).toBe(200);
    expect((await put({ rows: [{ sets: { readingNoteGate: 'maybe' } }] }, 6)).status).toBe(400);
    const helper = await county.account({
      role: 'class-helper',
      schoolId: county.schoolId,
      classId: county.classId,
    });
    const atDesk = (copy: { barcode: string }, readerId: string, more: object = {}): Promise<Reply> =>
      county.ask('POST', '/checkouts', { copyBarcode: copy.barcode, readerId, ...more }, { as: helper });
    const pupil = await county.enrol();
    const [first, next] = await county.accessionMany(2);
    if (first === undefined || next === undefined) throw new Error('two were asked for');
    expect((await atDesk(first, pupil.readerId)).status).toBe(201);
    expect(await atDesk(next, pupil.readerId)).toMatchObject({
      status: 409,
      body: {
        reasons: [
          {
            code: 'reader.owes-reading-note',
            severity: 'confirm',
            overridable: true,
            facts: { every: 1, loansSinceNote: 1 },
          },
        ],
      },
    });
    const overrides = [{ code: 'reader.owes-reading-note', reason: '读书笔记下周补交' }];
    const lent = await atDesk(next, pupil.readerId, { overrides });
    expect(lent.status).toBe(201);
    const { id } = lent.body['loan'] as { id: string };
    expect((await county.ask('GET', `/loans/${id}`)).body).toMatchObject({
      desk: { overrides: [{ code: 'reader.owes-reading-note', reason: '读书笔记下周补交' }] },
    });
    // The same helper passes over nothing where the gate refuses.
    expect((await put({ rows: [{ readerKind: 'student', sets }] }, 6)).status).toBe(200);
    const third = await county.accession();
    expect((await atDesk(third, pupil.readerId, { overrides })).status).toBe(409);
  });
});
