import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, CARD_KEY, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderPage, ReaderView } from './readers.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let schoolA: string;
let schoolB: string;
let librarianA: string;
let librarianB: string;
let classA: string;
let otherClassA: string;

beforeAll(async () => {
  database = await freshDatabase('readers_enrolment');
  readers = await aReadersService(database.ownerUrl);
  const open = (code: string): Promise<{ id: string }> =>
    readers.done('POST', '/api/v1/schools', readers.admin, { code, name: `学校 ${code}`, kind: 'primary' });
  [schoolA, schoolB] = [(await open('A')).id, (await open('B')).id];
  const openClass = (classNo: number): Promise<{ id: string }> =>
    readers.done('POST', '/api/v1/classes', readers.admin, {
      schoolId: schoolA,
      section: 'primary',
      entryYear: 2024,
      classNo,
    });
  [classA, otherClassA] = [(await openClass(1)).id, (await openClass(2)).id];
  librarianA = await readers.as({ role: 'librarian', schoolId: schoolA });
  librarianB = await readers.as({ role: 'librarian', schoolId: schoolB });
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const enrol = (body: Record<string, unknown>, token = librarianA): Promise<ReaderView> =>
  readers.done('POST', '/api/v1/readers', token, { kind: 'student', ...body });
const path = (reader: ReaderView): string => `/api/v1/readers/${reader.id}`;

describe('readers of a school', () => {
  it('[RDR-001] are enrolled with a card, and told to others without name or number', async () => {
    const reader = await enrol({ name: '王墨香', classId: classA, cardNumber: 'ｔr001' });
    expect(reader).toMatchObject({ cardNumber: 'TR001', className: '三年级1班', grade: 3, status: 'active' });
    const events = await readers.events(reader.id);
    expect(events.map(({ type, aggregateversion }) => [type, aggregateversion])).toEqual([
      ['shulian.readers.reader.enrolled.v1', 1],
      ['shulian.readers.card.issued.v1', 2],
    ]);
    expect(events[1]?.data).toEqual({
      cardId: reader.cardId,
      readerId: reader.id,
      schoolId: schoolA,
      cardKey: createHmac('sha256', CARD_KEY).update(`${schoolA}|TR001`).digest('hex'),
    });
    expect(JSON.stringify(events)).not.toMatch(/王墨香|TR001/);
  });

  it('get a number from the school when they bring none, past those given by hand', async () => {
    const byHand = await enrol({ name: '李书签', cardNumber: 'R0000018' });
    const reader = await enrol({ name: '李封面' });
    expect(reader.cardNumber).toMatch(/^R\d{7}$/);
    expect(reader.cardNumber).not.toBe(byHand.cardNumber);
  });

  it('cannot have the number of another card of the school, whatever the case; another school may give it', async () => {
    await enrol({ name: '张目录', cardNumber: 'x-1' });
    const again = await readers.ask('POST', '/api/v1/readers', librarianA, {
      body: { kind: 'student', name: '张书脊', cardNumber: 'X-1' },
    });
    expect([again.status, again.body]).toMatchObject([409, { code: 'card.number-taken' }]);
    await expect(enrol({ name: '张书脊', cardNumber: 'X-1' }, librarianB)).resolves.toMatchObject({
      schoolId: schoolB,
    });
  });

  it('never have an identity number as card number', async () => {
    for (const cardNumber of ['11010519491231002X', 'G11010519491231002x'])
      expect(
        (
          await readers.ask('POST', '/api/v1/readers', librarianA, {
            body: { kind: 'student', name: '无名', cardNumber },
          })
        ).body,
      ).toMatchObject({ errors: [{ pointer: '/cardNumber', code: 'identity-number' }] });
  });

  it('[RDR-011] move class, leave and come back, each told once', async () => {
    const reader = await enrol({ name: '陈诗行', classId: classA });
    const change = async (body: unknown, version: number): Promise<number> =>
      (
        await readers.ask('PATCH', path(reader), librarianA, {
          body,
          headers: { 'if-match': `"v${version}"` },
        })
      ).status;
    expect(await change({ classId: otherClassA }, 1)).toBe(200);
    expect(await change({ name: '陈韵脚' }, 1)).toBe(412);
    expect(await change({ name: '陈韵脚' }, 2)).toBe(200);
    expect(await change({ status: 'left', leftWhy: 'transferred' }, 3)).toBe(200);
    expect(await change({ name: '陈' }, 4)).toBe(409);
    expect(await change({ status: 'active' }, 4)).toBe(200);
    expect((await readers.ask('PATCH', path(reader), librarianA, { body: {} })).status).toBe(428);
    const events = await readers.events(reader.id);
    expect(events.map(({ type, aggregateversion }) => [aggregateversion, type.slice(16, -3)])).toEqual([
      [1, 'reader.enrolled'],
      [2, 'card.issued'],
      [3, 'reader.moved-class'],
      [4, 'reader.left'],
      [5, 'reader.enrolled'],
    ]);
    expect(events[3]?.data).toMatchObject({
      kind: 'student',
      classId: otherClassA,
      leftOn: '2026-10-12',
      leftWhy: 'transferred',
    });
  });

  it('are suspended to the end of a day, and reinstated', async () => {
    const reader = await enrol({ name: '刘段落' });
    const suspend = (untilOn: string): Promise<{ status: number }> =>
      readers.ask('POST', `${path(reader)}/suspensions`, librarianA, { body: { untilOn, why: 'lost-book' } });
    expect((await suspend('2026-10-11')).status).toBe(400);
    expect((await suspend('2026-02-30')).status).toBe(400);
    expect((await suspend('2026-10-12')).status).toBe(201);
    expect((await readers.done<ReaderView>('GET', path(reader), librarianA)).suspension).toEqual({
      why: 'lost-book',
      untilOn: '2026-10-12',
    });
    await readers.done('DELETE', `${path(reader)}/suspensions`, librarianA);
    expect((await readers.events(reader.id)).map(({ type }) => type).slice(2)).toEqual([
      'shulian.readers.reader.suspended.v1',
      'shulian.readers.reader.reinstated.v1',
    ]);
  });

  it('are found by card number and part of a name, page by page', async () => {
    const input = { cardNumber: 'tr001' };
    const found = await readers.done<ReaderPage>('POST', '/api/v1/readers/search', librarianA, input);
    expect(found.items.map(({ name }) => name)).toEqual(['王墨香']);
    const byName = await readers.done<ReaderPage>('POST', '/api/v1/readers/search', librarianA, { q: '墨' });
    expect(byName.items.map(({ name }) => name)).toEqual(['王墨香']);
    const wild = await readers.done<ReaderPage>('POST', '/api/v1/readers/search', librarianA, { q: '%' });
    expect(wild.items).toEqual([]);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: ReaderPage = await readers.done(
        'GET',
        `/api/v1/readers?limit=2&cursor=${cursor}`,
        librarianA,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    const all = await readers.done<ReaderPage>('GET', '/api/v1/readers?limit=500', librarianA);
    expect(seen).toEqual(all.items.map(({ id }) => id));
  });

  it('are found by pinyin and initials as people type them, within a class too, and by their new name', async () => {
    const [reader, namesake] = [
      await enrol({ name: '黄墨吕', classId: classA }),
      await enrol({ name: '黄　默　吕', classId: otherClassA }),
    ];
    const found = async (input: Record<string, unknown>): Promise<string[]> =>
      (await readers.done<ReaderPage>('POST', '/api/v1/readers/search', librarianA, input)).items.map(
        ({ id }) => id,
      );
    for (const q of ['hml', 'HM', 'huang mo lv', 'huangmolü', '黄 墨', 'mo lyu'])
      expect([q, await found({ q })]).toEqual([q, expect.arrayContaining([reader.id])]);
    expect(await found({ q: 'hml' })).toEqual([reader.id, namesake.id]);
    expect(await found({ q: 'hml', classId: classA })).toEqual([reader.id]);
    expect(await found({ q: 'hml', cardNumber: reader.cardNumber })).toEqual([reader.id]);
    for (const q of ['%', '·', '_', 'hmy', 'h%l']) expect([q, await found({ q })]).toEqual([q, []]);
    const renamed = await readers.ask('PATCH', path(reader), librarianA, {
      body: { name: '周诗' },
      headers: { 'if-match': '"v1"' },
    });
    expect(renamed.status).toBe(200);
    expect([await found({ q: 'hml' }), await found({ q: 'zs' })]).toEqual([
      [namesake.id],
      expect.arrayContaining([reader.id]),
    ]);
    // Those of an earlier edition are found once the service has started again.
    await readers.sql('delete from reader_word');
    await readers.sql('update reader set has_words = false');
    expect(await found({ q: 'zs' })).toEqual([]);
    await readers.stop();
    readers = await aReadersService(database.ownerUrl);
    librarianA = await readers.as({ role: 'librarian', schoolId: schoolA });
    librarianB = await readers.as({ role: 'librarian', schoolId: schoolB });
    await eventually(async () => expect(await found({ q: 'zs' })).toContain(reader.id));
  });

  it('are named by their ids in one page, only those in reach, those who left too, and each is in the log', async () => {
    const [mine, other, foreign] = [
      await enrol({ name: '钱一', classId: otherClassA }),
      await enrol({ name: '钱二', classId: classA }),
      await enrol({ name: '钱三' }, librarianB),
    ];
    const left = await readers.ask('PATCH', path(other), librarianA, {
      body: { status: 'left' },
      headers: { 'if-match': '"v1"' },
    });
    expect(left.status).toBe(200);
    const named = (token: string, body: unknown): Promise<{ status: number; body: unknown }> =>
      readers.ask('POST', '/api/v1/readers/search', token, { body });
    const namesOf = async (token: string): Promise<string[]> => {
      const readerIds = [mine, other, foreign].map(({ id }) => id.toUpperCase());
      const { body } = await named(token, { readerIds });
      return (body as ReaderPage).items.map(({ name }) => name);
    };
    expect(await namesOf(librarianA)).toEqual(['钱一', '钱二']);
    expect(await namesOf(librarianB)).toEqual(['钱三']);
    expect(await namesOf(await readers.as({ role: 'teacher', classId: otherClassA }))).toEqual(['钱一']);
    const seen = await readers.sql<{ reader_id: string }>(
      `select reader_id from access_log where operation = 'readers.search' and reader_id = any($1)`,
      [[mine, other, foreign].map(({ id }) => id)],
    );
    expect(seen).toHaveLength(4);
    const many = Array.from({ length: 501 }, () => mine.id);
    expect((await named(librarianA, { readerIds: many.slice(1) })).status).toBe(200);
    for (const wrong of [{ readerIds: many }, { readerIds: [] }, { readerIds: ['x'] }])
      expect((await named(librarianA, wrong)).status).toBe(400);
    for (const more of [{ q: '钱' }, { schoolId: schoolA }, { classId: classA }, { cardNumber: 'X' }])
      expect((await named(librarianA, { readerIds: [mine.id], ...more })).status).toBe(400);
  });

  it('[RDR-008] keep the history of a lost card: its number stays blocked', async () => {
    const reader = await enrol({ name: '杨寓言', cardNumber: 'LOST-1' });
    const loss = (
      id: string | null,
      body: unknown,
    ): Promise<{ status: number; body: Record<string, never> }> =>
      readers.ask('POST', `/api/v1/cards/${id}/losses`, librarianA, { body });
    const lost = await loss(reader.cardId, { cardNumber: 'NEW-1' });
    expect([lost.status, lost.body]).toMatchObject([
      201,
      { card: { status: 'lost' }, replacement: { number: 'NEW-1', status: 'active' } },
    ]);
    expect((await loss(reader.cardId, {})).body).toMatchObject({ code: 'card.not-active' });
    expect(
      (
        await readers.ask('POST', '/api/v1/readers', librarianA, {
          body: { kind: 'student', name: '甲', cardNumber: 'lost-1' },
        })
      ).status,
    ).toBe(409);
    expect(
      (await readers.events(reader.id)).map(({ type, aggregateversion }) => [aggregateversion, type]),
    ).toEqual([
      [1, 'shulian.readers.reader.enrolled.v1'],
      [2, 'shulian.readers.card.issued.v1'],
      [3, 'shulian.readers.card.blocked.v1'],
      [4, 'shulian.readers.card.replaced.v1'],
    ]);
    const found = await readers.done<ReaderPage>('POST', '/api/v1/readers/search', librarianA, {
      cardNumber: 'LOST-1',
    });
    expect(found.items).toMatchObject([{ id: reader.id, cardNumber: 'NEW-1' }]);
  });

  it('belong to their school: another school cannot see or touch them', async () => {
    const reader = await enrol({ name: '赵序言' });
    for (const [method, of, body] of [
      ['GET', path(reader), undefined],
      ['PATCH', path(reader), { name: '乙' }],
      ['POST', `${path(reader)}/suspensions`, {}],
      ['POST', `/api/v1/cards/${reader.cardId}/losses`, {}],
    ] as const)
      expect(
        (
          await readers.ask(method, of, librarianB, {
            ...(body && { body }),
            headers: { 'if-match': '"v1"' },
          })
        ).status,
      ).toBe(404);
    for (const [method, of, body] of [
      ['POST', '/api/v1/readers', { schoolId: schoolA, kind: 'student', name: '丙' }],
      ['GET', `/api/v1/readers?schoolId=${schoolA}`, undefined],
      ['POST', '/api/v1/readers/search', { schoolId: schoolA }],
    ] as const)
      expect((await readers.ask(method, of, librarianB, body && { body })).status).toBe(403);
    const strange = { kind: 'student', name: '丁', classId: classA };
    expect((await readers.ask('POST', '/api/v1/readers', librarianB, { body: strange })).status).toBe(422);
  });

  it('are seen by a teacher only in the own class, by themselves, and not by the county', async () => {
    const mine = await enrol({ name: '黄后记', classId: otherClassA });
    const other = await enrol({ name: '周插图', classId: classA });
    const teacher = await readers.as({ role: 'teacher', classId: otherClassA });
    const self = await readers.as({ role: 'reader', readerId: mine.id });
    const page = await readers.done<ReaderPage>('GET', '/api/v1/readers', teacher);
    expect(new Set(page.items.map(({ classId }) => classId))).toEqual(new Set([otherClassA]));
    expect((await readers.ask('GET', `/api/v1/readers?classId=${classA}`, teacher)).status).toBe(403);
    for (const token of [teacher, self]) {
      expect((await readers.ask('GET', path(mine), token)).status).toBe(200);
      expect((await readers.ask('GET', path(other), token)).status).toBe(404);
    }
    expect((await readers.ask('GET', path(mine), readers.admin)).status).toBe(403);
    expect((await readers.ask('GET', '/api/v1/readers', self)).status).toBe(403);
  });

  it('have the class and grade of the day, and have left once their class has graduated', async () => {
    const [pupil, teacher] = [
      await enrol({ name: '郑年级', classId: classA }),
      await enrol({ name: '何老师', kind: 'teacher', classId: classA }),
    ];
    const on = async <T>(
      day: string,
      look: (then: ReadersForTests, token: string) => Promise<T>,
    ): Promise<T> => {
      const then = await aReadersService(database.ownerUrl, { SHULIAN_CLOCK: `${day}T04:00:00Z` });
      try {
        return await look(then, await then.as({ role: 'librarian', schoolId: schoolA }));
      } finally {
        await then.stop();
      }
    };
    const seen = (day: string) =>
      on(day, async (then, token) => {
        const { className, grade, status, leftOn } = await then.done<ReaderView>('GET', path(pupil), token);
        const listed = async (input: string): Promise<boolean> =>
          (
            await then.done<ReaderPage>(
              'GET',
              `/api/v1/readers?limit=500&classId=${classA}&status=${input}`,
              token,
            )
          ).items.some(({ id }) => id === pupil.id);
        return [className, grade, status, leftOn, await listed('active'), await listed('left')];
      });
    expect(await seen('2027-08-31')).toEqual(['三年级1班', 3, 'active', null, true, false]);
    expect(await seen('2027-09-01')).toEqual(['四年级1班', 4, 'active', null, true, false]);
    expect(await seen('2030-08-31')).toEqual(['六年级1班', 6, 'active', null, true, false]);
    expect(await seen('2030-09-01')).toEqual(['小学2024级1班', null, 'left', '2030-08-31', false, true]);
    expect(
      await on('2030-09-01', (then, token) => then.done<ReaderView>('GET', path(teacher), token)),
    ).toMatchObject({ status: 'active', leftOn: null });
  });

  it('leave a row in a log that only grows, whenever someone sees them', async () => {
    const reader = await enrol({ name: '吴标题' });
    await readers.done('GET', path(reader), librarianA);
    await readers.done('POST', '/api/v1/readers/search', librarianA, { q: '吴标题' });
    const rows = await readers.sql<{ operation: string; caller_kind: string }>(
      'select operation, caller_kind from access_log where reader_id = $1 order by id',
      [reader.id],
    );
    expect(rows).toEqual([
      { operation: 'readers.read', caller_kind: 'account' },
      { operation: 'readers.search', caller_kind: 'account' },
    ]);
    await expect(readers.sql('delete from access_log')).rejects.toThrow('can only be added');
    await expect(readers.sql('truncate access_log')).rejects.toThrow('can only be added');
  });

  it('are enrolled once when the button is pressed again', async () => {
    const press = (): Promise<{ status: number; body: Record<string, never> }> =>
      readers.ask('POST', '/api/v1/readers', librarianA, {
        body: { kind: 'teacher', name: '徐书评' },
        headers: { 'idempotency-key': 'press-1' },
      });
    const [first, second] = [await press(), await press()];
    expect(second.body).toEqual(first.body);
    expect(await readers.events((first.body as unknown as ReaderView).id)).toHaveLength(2);
  });
});

describe('a class as a list to print', () => {
  it('has names and cards for who may see them, and every reader in it is in the log', async () => {
    const { id: classId } = await readers.done<{ id: string }>('POST', '/api/v1/classes', readers.admin, {
      schoolId: schoolA,
      section: 'primary',
      entryYear: 2023,
      classNo: 9,
    });
    const printed = await Promise.all(
      ['甲', '乙', '丙'].map((name, at) => enrol({ name, classId, cardNumber: `PR00${String(at)}` })),
    );
    const ask = async (token: string, format: string): Promise<Response> =>
      fetch(`${readers.url}/api/v1/readers?classId=${classId}&limit=1&format=${format}`, {
        headers: { authorization: `Bearer ${token}` },
      });
    const lines = (await (await ask(librarianA, 'csv')).text()).trimEnd().split('\r\n');
    expect(lines[0]).toBe('借书证号,姓名,班级,类型,证件状态,停借至,借读,离校日期');
    expect(lines.slice(1).sort()).toEqual([
      'PR000,甲,四年级9班,学生,有效,,,',
      'PR001,乙,四年级9班,学生,有效,,,',
      'PR002,丙,四年级9班,学生,有效,,,',
    ]);
    const logged = await readers.sql<{ reader_id: string }>(
      `select distinct reader_id from access_log where operation = 'readers.list' and reader_id = any($1)`,
      [printed.map(({ id }) => id)],
    );
    expect(logged).toHaveLength(3);
    expect((await ask(readers.admin, 'pdf')).status).toBe(403);
    const [page] = await pdfTexts(new Uint8Array(await (await ask(librarianA, 'pdf')).arrayBuffer()));
    expect(page).toContain('读者名单');
  });
});
