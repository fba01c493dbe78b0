import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import { LogbookSchool, type Person } from './a-logbook-school.builder.js';
import type { EntryFileView, EntryView } from './logbook-entries.http.js';
import type { LogbookFormView, LogbookView } from './logbook-forms.http.js';

let at: LogbookSchool;
beforeAll(async () => {
  at = await LogbookSchool.open(await freshDatabase('logbooks'));
}, 60_000);
afterAll(() => at.end());

const study = { kind: 'professional', topic: '分类规则', attended: [] as string[] };
const write = (as: Person, logbook: string, values: object, more: object = {}) =>
  at.call<EntryView>(as, 'POST', '/logbook-entries', { logbook, values, ...more });
const correct = (as: Person, id: string, body: object) =>
  at.call<EntryView>(as, 'POST', `/logbook-entries/${id}/corrections`, body);
const codesOf = async (as: Person): Promise<string[]> =>
  (
    await at.call<{ items: LogbookView[] }>(as, 'GET', `/logbooks?limit=500&schoolId=${at.school}`)
  ).body.items.map(({ code }) => code);

describe('writing into a logbook', () => {
  it('gives each entry the next number, and prints the book with what was struck out', async () => {
    const honour = { title: '书香校园', level: 'city', by: '市教育局' };
    const first = await at.write('librarian', 'honours', honour, { happenedOn: '2026-09-10' });
    const second = await at.write(
      'librarian',
      'honours',
      { ...honour, level: 'county' },
      { happenedOn: '2026-10-01' },
    );
    expect([first.number, second.number]).toEqual([1, 2]);
    const right = await correct('head', first.id, {
      why: '级别写错',
      values: { ...honour, level: 'province' },
    });
    expect([right.status, right.body]).toEqual([
      201,
      expect.objectContaining({ number: 3, corrects: first.id, happenedOn: '2026-09-10' }),
    ]);
    const gone = await correct('librarian', second.id, { why: '重复登记' });
    expect(gone.body).toMatchObject({ number: 4, strikes: true, values: {} });
    expect(await at.printed('librarian', '/logbook-entries?logbook=honours')).toEqual([
      '编号,日期,荣誉称号,级别,授予单位,文号,更正',
      '4,2026-10-01,,,,,划去：重复登记',
      '2,2026-10-01,书香校园,县级,市教育局,,已更正，不计',
      '3,2026-09-10,书香校园,省级,市教育局,,更正：级别写错',
      '1,2026-09-10,书香校园,市级,市教育局,,已更正，不计',
    ]);
    const standing = await at.entries('librarian', 'honours', '&corrected=false');
    expect(standing.map(({ number }) => number)).toEqual([3]);
    expect((await at.entry('librarian', first.id)).correctedBy).toBe(right.body.id);
    const again = await correct('librarian', first.id, { why: '再改' });
    expect([again.status, again.body.code]).toEqual([409, 'logbook-entry.corrected-already']);
  });

  it('announces it with ids alone', async () => {
    const entry = await at.write('librarian', 'suggestions', {
      channel: 'box',
      kind: 'complaint',
      words: '太吵了',
    });
    const [event] = await at.service.sql<{ type: string; payload: { data: object } }>(
      'select type, payload from outbox where key = $1',
      [entry.id],
    );
    expect(event?.type).toBe('shulian.activities.logbook-entry.written.v1');
    expect(JSON.stringify(event?.payload)).not.toContain('太吵了');
  });

  it('keeps numbers without gaps when many write at once, and after one was refused', async () => {
    const values = { who: '李局长', unit: '教育局', level: 'county', opinions: '很好' };
    const many = await Promise.all(
      Array.from({ length: 8 }, () => at.write('librarian', 'leader-visits', values)),
    );
    expect(many.map(({ number }) => number).sort((one, other) => one - other)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    expect((await write('librarian', 'leader-visits', { ...values, level: 'moon' })).status).toBe(400);
    expect((await at.write('librarian', 'leader-visits', values)).number).toBe(9);
  });

  it('the same key gives the first answer again', async () => {
    const body = { logbook: 'staff-study', values: { ...study, attended: [at.readers.clerk] } };
    const key = { 'idempotency-key': newId() };
    const [one, other] = [
      await at.call<EntryView>('librarian', 'POST', '/logbook-entries', body, key),
      await at.call<EntryView>('librarian', 'POST', '/logbook-entries', body, key),
    ];
    expect(other.body.id).toBe(one.body.id);
  });

  it.each([
    ['nothing that is required', 'staff-study', {}, '/values/kind', 'missing'],
    ['a choice that is none', 'staff-study', { ...study, kind: 'x' }, '/values/kind', 'not-a-choice'],
    [
      'what is not asked for',
      'honours',
      { title: 'a', level: 'city', by: 'b', more: 1 },
      '/values',
      'not-asked-for',
    ],
    [
      'a number that is too large',
      'room-inspections',
      { room: 'a', work: 100.1, hygiene: 1 },
      '/values/work',
      'too-large',
    ],
    [
      'a time that is none',
      'library-log',
      { opened: '24:00', closed: '17:00', hours: 1, punctual: true, events: 'a' },
      '/values/opened',
      'not-a-time',
    ],
    ['a day that is none', 'county-tasks', { task: 'a', by: '2026-02-30' }, '/values/by', 'not-a-day'],
    [
      'too many decimals',
      'other-duties',
      { person: newId(), kind: 'gate', days: 1.25 },
      '/values/days',
      'too-many-decimals',
    ],
  ])('refuses %s', async (_what, logbook, values, pointer, code) => {
    const as = logbook === 'county-tasks' ? 'county' : 'librarian';
    const answer = await write(as, logbook, values, { schoolId: at.school });
    expect([answer.status, answer.body]).toEqual([
      400,
      expect.objectContaining({ errors: expect.arrayContaining([{ pointer, code }]) as unknown }),
    ]);
  });

  it('takes the largest number of a form, and not one that is above it', async () => {
    const values = { room: '书库', work: 100, hygiene: 0 };
    expect((await write('librarian', 'room-inspections', values)).status).toBe(201);
    expect((await write('librarian', 'room-inspections', { ...values, hygiene: -1 })).status).toBe(400);
  });

  it('refuses a day that has not come', async () => {
    const values = { who: 'a', unit: 'b', level: 'city', opinions: 'c' };
    expect((await write('librarian', 'leader-visits', values, { happenedOn: '2026-10-14' })).status).toBe(
      201,
    );
    expect((await write('librarian', 'leader-visits', values, { happenedOn: '2026-10-15' })).status).toBe(
      400,
    );
  });
});

describe('who may', () => {
  it('write: whom the form names, and about whom they may know', async () => {
    const log = {
      code: 'duty-log',
      name: { zh: '值日' },
      writers: ['class-helper'],
      fields: [{ key: 'pupils', zh: '学生', type: 'readers' }],
    };
    expect((await at.call('librarian', 'POST', '/logbook-forms', log)).status).toBe(201);
    expect((await write('helper', 'duty-log', { pupils: [at.readers.pupil] })).status).toBe(201);
    expect((await write('helper', 'duty-log', { pupils: [at.readers.other] })).status).toBe(403);
    expect((await write('pupil', 'duty-log', { pupils: [at.readers.pupil] })).status).toBe(403);
    expect(
      (await write('teacher', 'book-care-education', { class: at.classes[1], present: 1, said: 'a' })).status,
    ).toBe(403);
    expect(
      (await write('librarian', 'book-care-education', { class: newId(), present: 1, said: 'a' })).status,
    ).toBe(422);
    expect(
      (await write('foreign', 'honours', { title: 'a', level: 'city', by: 'b' }, { schoolId: at.school }))
        .status,
    ).toBe(403);
    expect((await write('librarian', 'no-such-book', {})).status).toBe(422);
  });

  it('see: a pupil the own words, a teacher those of the own class, another school nothing', async () => {
    const mine = await at.write('pupil', 'suggestions', {
      channel: 'board',
      kind: 'book',
      words: '想看科幻',
    });
    const other = await at.write(
      'librarian',
      'suggestions',
      { channel: 'box', kind: 'praise', words: '好' },
      { readerId: at.readers.other },
    );
    const seen = async (as: Person): Promise<string[]> =>
      (await at.entries(as, 'suggestions')).map(({ id }) => id);
    expect(await seen('pupil')).toEqual([mine.id]);
    expect(await seen('classmate')).toEqual([]);
    expect(await seen('teacher')).toEqual([mine.id]);
    expect(await seen('head')).toEqual(expect.arrayContaining([mine.id, other.id]));
    expect(await seen('foreign')).toEqual([]);
    for (const [as, status] of [
      ['pupil', 200],
      ['teacher', 200],
      ['classmate', 404],
      ['helper', 404],
      ['foreign', 404],
      ['county', 404],
    ] as const)
      expect([as, (await at.call(as, 'GET', `/logbook-entries/${mine.id}`)).status]).toEqual([as, status]);
    expect((await at.call('county', 'GET', '/logbook-entries?logbook=suggestions')).status).toBe(403);
  });

  it('correct: who wrote it, whose words it holds, and the library', async () => {
    const mine = await at.write('pupil', 'suggestions', {
      channel: 'board',
      kind: 'book',
      words: '想看历史',
    });
    const body = { why: '写错', values: { channel: 'board', kind: 'book', words: '想看科普' } };
    expect((await correct('classmate', mine.id, body)).status).toBe(404);
    expect((await correct('foreign', mine.id, body)).status).toBe(404);
    expect((await correct('pupil', mine.id, body)).status).toBe(201);
  });

  it('each finds the books that concern him', async () => {
    const pupils = await codesOf('pupil');
    expect(pupils).toEqual(expect.arrayContaining(['suggestions', 'pupil-proposals', 'openness-report']));
    expect(pupils).not.toContain('staff-assessment');
    expect(await codesOf('librarian')).toContain('staff-assessment');
    expect((await at.call('foreign', 'GET', `/logbooks?schoolId=${at.school}`)).status).toBe(403);
  });
});

describe('signing', () => {
  const visit = { chair: '王老师', attended: [] as string[], review: 'a', next: 'b' };
  const sign = (as: Person, id: string, signed = true) =>
    at.call<EntryView>(as, 'POST', `/logbook-entries/${id}/signature`, { signed });

  it('is done once, by who signs in this book, never for oneself, and may be taken back', async () => {
    const { id } = await at.write('librarian', 'class-librarian-meeting', {
      ...visit,
      attended: [at.readers.pupil],
    });
    expect((await sign('librarian', id)).status).toBe(403);
    expect((await sign('foreign', id)).status).toBe(404);
    expect((await sign('head', id)).body.signedOn).toBe('2026-10-14');
    expect((await sign('head', id)).body.code).toBe('logbook-entry.signed-already');
    expect((await sign('head', id, false)).body.signedOn).toBeNull();
    expect((await sign('head', id, false)).body.code).toBe('logbook-entry.not-signed');
    const own = await at.write('head', 'class-librarian-meeting', { ...visit, attended: [at.readers.pupil] });
    expect((await sign('head', own.id)).body.code).toBe('logbook-entry.own-signature');
    const none = await at.write('librarian', 'leader-visits', {
      who: 'a',
      unit: 'b',
      level: 'city',
      opinions: 'c',
    });
    expect((await sign('head', none.id)).body.code).toBe('logbook-entry.not-to-be-signed');
  });
});

describe('a closed period', () => {
  it('takes no entry and no correction; only the head opens it again', async () => {
    const close = (as: Person, through: string | null) =>
      at.call(as, 'PUT', '/logbook-closings', { logbook: 'prize-stock', through });
    const prizes = { prize: '笔记本', in: 50, out: 0 };
    const before = await at.write('librarian', 'prize-stock', prizes, { happenedOn: '2026-09-30' });
    expect((await close('librarian', '2026-10-15')).status).toBe(400);
    expect((await close('librarian', '2026-09-30')).status).toBe(200);
    for (const [day, status] of [
      ['2026-09-29', 409],
      ['2026-09-30', 409],
      ['2026-10-01', 201],
    ] as const)
      expect([day, (await write('librarian', 'prize-stock', prizes, { happenedOn: day })).status]).toEqual([
        day,
        status,
      ]);
    const late = await correct('librarian', before.id, { why: '数错', values: { ...prizes, in: 49 } });
    expect([late.status, late.body.code]).toEqual([409, 'logbook.period-closed']);
    expect((await close('librarian', null)).status).toBe(403);
    expect((await close('head', null)).status).toBe(200);
    expect((await correct('librarian', before.id, { why: '数错' })).status).toBe(201);
  });
});

describe('a form', () => {
  const plants = {
    code: 'plant-care',
    name: { zh: '绿植养护' },
    writers: ['librarian', 'reader'],
    rhythm: { every: 'week' },
    fields: [
      { key: 'plant', zh: '植物', type: 'text' },
      { key: 'litres', zh: '浇水', type: 'number', decimals: 1, required: false },
    ],
  };
  const change = (id: string, version: number, body: object) =>
    at.call<LogbookFormView>('librarian', 'PUT', `/logbook-forms/${id}`, body, {
      'if-match': `"v${String(version)}"`,
    });

  it('is made by a school in one call, written into at once, and changed in versions that keep what was written', async () => {
    const made = await at.call<LogbookFormView>('librarian', 'POST', '/logbook-forms', plants);
    expect([made.status, made.body.version]).toEqual([201, 1]);
    const { id } = made.body;
    await at.write('pupil', 'plant-care', { plant: '绿萝', litres: 0.5 });
    const { code: _, ...content } = plants;
    const renewed = {
      ...content,
      fields: [
        { key: 'place', zh: '位置', type: 'room' },
        { key: 'plant', zh: '植物', type: 'text' },
      ],
    };
    expect((await change(id, 2, renewed)).status).toBe(412);
    expect((await change(id, 1, renewed)).body.version).toBe(2);
    await at.write('librarian', 'plant-care', { place: '大厅', plant: '吊兰' });
    expect(await at.printed('librarian', '/logbook-entries?logbook=plant-care')).toEqual([
      '编号,日期,位置,植物,浇水,更正',
      '2,2026-10-14,大厅,吊兰,,',
      '1,2026-10-14,,绿萝,0.5,',
    ]);
    expect((await at.call('librarian', 'POST', '/logbook-forms', plants)).body.code).toBe(
      'logbook.code-taken',
    );
    expect((await at.call('foreign', 'GET', `/logbook-forms/${id}`)).status).toBe(404);
    const otherType = { ...content, fields: [{ key: 'plant', zh: '植物', type: 'number' }] };
    expect((await change(id, 2, otherType)).status).toBe(400);
    expect((await change(id, 2, { ...renewed, retired: true })).status).toBe(200);
    expect((await write('librarian', 'plant-care', { place: 'a', plant: 'b' })).body.code).toBe(
      'logbook.retired',
    );
  });

  it('of the county holds at all schools, until a school has its own', async () => {
    const form = { code: 'drill', name: { zh: '演练' }, fields: [{ key: 'what', zh: '内容', type: 'text' }] };
    expect((await at.call('county', 'POST', '/logbook-forms', form)).status).toBe(201);
    await at.write('librarian', 'drill', { what: '疏散' });
    await at.write('foreign', 'drill', { what: '疏散' });
    const own = { ...form, fields: [{ key: 'minutes', zh: '分钟', type: 'number' }] };
    expect((await at.call('librarian', 'POST', '/logbook-forms', own)).status).toBe(201);
    expect((await write('librarian', 'drill', { what: '疏散' })).status).toBe(400);
    await at.write('librarian', 'drill', { minutes: 3 });
    await at.write('foreign', 'drill', { what: '再次' });
  });

  it('names no child where others than the school look in, and says so with all that is wrong', async () => {
    const wrong = {
      code: 'wrong',
      name: { zh: '错' },
      openTo: ['county-viewer'],
      anonymous: true,
      fields: [
        { key: 'who', zh: '谁', type: 'reader' },
        { key: 'who', zh: '谁', type: 'choice' },
      ],
    };
    const answer = await at.call<{ errors: { pointer: string; code: string }[] }>(
      'librarian',
      'POST',
      '/logbook-forms',
      wrong,
    );
    expect([answer.status, answer.body.errors.map(({ code }) => code).sort()]).toEqual([
      400,
      ['missing', 'names-people', 'not-anonymous', 'not-unique'],
    ]);
  });
});

describe('a survey', () => {
  it('takes one answer of each, and tells nobody whose it was', async () => {
    const answer = { satisfied: 'very' };
    const given = await at.write('pupil', 'satisfaction-survey', answer);
    expect([given.writtenBy, given.readerId, given.classId]).toEqual([null, null, null]);
    expect((await write('pupil', 'satisfaction-survey', answer)).body.code).toBe('logbook.answered-already');
    expect(
      (await write('librarian', 'satisfaction-survey', answer, { readerId: at.readers.pupil })).status,
    ).toBe(409);
    await at.write('classmate', 'satisfaction-survey', answer);
    expect(await at.entries('pupil', 'satisfaction-survey')).toEqual([]);
  });

  it('is open on its days alone', async () => {
    const survey = (code: string, days: object) => ({
      code, name: { zh: '问卷' }, writers: ['reader'], oncePerWriter: true, ...days,
      fields: [{ key: 'a', zh: '甲', type: 'yes-no' }],
    }); // prettier-ignore
    for (const [code, days, status] of [
      ['ends-today', { opensOn: '2026-10-14', closesOn: '2026-10-14' }, 201],
      ['ended', { closesOn: '2026-10-13' }, 409],
      ['to-come', { opensOn: '2026-10-15' }, 409],
    ] as const) {
      await at.call('librarian', 'POST', '/logbook-forms', survey(code, days));
      expect([code, (await write('pupil', code, { a: true })).status]).toEqual([code, status]);
    }
  });
});

describe('what is due', () => {
  it('is kept, late, missing or still open, on the days on which the school works', async () => {
    const log = { opened: '08:00', closed: '17:00', hours: 9, punctual: true, events: '正常' };
    await at.write('librarian', 'library-log', log, { happenedOn: '2026-10-13' });
    const states = (await at.dues('librarian', 'library-log', 'from=2026-10-08&to=2026-10-14')).map(
      ({ from, state }) => [from, state],
    );
    expect(states).toEqual([
      ['2026-10-08', 'missing'],
      ['2026-10-09', 'missing'],
      ['2026-10-12', 'missing'],
      ['2026-10-13', 'late'],
      ['2026-10-14', 'open'],
    ]);
    await at.write('librarian', 'library-log', log);
    const [today] = await at.dues('head', 'library-log', 'from=2026-10-14&to=2026-10-14');
    expect(today).toMatchObject({ state: 'kept', entries: 1 });
    const standing = (
      await at.standings('county', `schoolId=${at.school}&from=2026-10-08&to=2026-10-14`)
    ).find(({ logbook }) => logbook === 'library-log');
    expect(standing).toMatchObject({
      name: '图书馆日志',
      every: 'day',
      due: 5,
      kept: 1,
      late: 1,
      missing: 3,
      open: 0,
    });
    expect((await at.call('librarian', 'GET', '/logbook-dues?logbook=honours')).body.code).toBe(
      'logbook.has-no-rhythm',
    );
    expect(
      (await at.call('foreign', 'GET', `/logbook-dues?logbook=library-log&schoolId=${at.school}`)).status,
    ).toBe(403);
  });
});

describe('evidence', () => {
  const send = (as: Person, id: string, bytes: Uint8Array) => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)]), 'a.bin');
    return at.call<EntryFileView>(
      as,
      'POST',
      `/logbook-entries/${id}/files?name=${encodeURIComponent('照片')}`,
      form,
    );
  };
  it('is kept with an entry and all that correct it, and taken away again', async () => {
    const entry = await at.write('librarian', 'leader-visits', {
      who: 'a',
      unit: 'b',
      level: 'city',
      opinions: 'c',
    });
    expect((await send('librarian', entry.id, Buffer.from('text'))).body.code).toBe(
      'logbook-file.format-unsupported',
    );
    expect((await send('foreign', entry.id, Buffer.from('%PDF-1.7'))).status).toBe(404);
    const kept = await send('librarian', entry.id, Buffer.from('%PDF-1.7 a'));
    expect([kept.status, kept.body]).toEqual([
      201,
      expect.objectContaining({ name: '照片', mediaType: 'application/pdf', size: 10 }),
    ]);
    const next = await correct('librarian', entry.id, {
      why: 'x',
      values: { who: 'a', unit: 'b', level: 'city', opinions: 'd' },
    });
    expect(next.body.files).toBe(1);
    expect((await at.call('foreign', 'DELETE', `/logbook-files/${kept.body.id}`)).status).toBe(404);
    expect((await at.call('librarian', 'DELETE', `/logbook-files/${kept.body.id}`)).status).toBe(204);
    expect((await at.entry('librarian', next.body.id)).evidence).toEqual([]);
  });
});
