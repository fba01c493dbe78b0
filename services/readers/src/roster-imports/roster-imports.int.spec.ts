import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from '@protobi/exceljs';
import iconv from 'iconv-lite';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import type { JobProblem, JobView } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { MOST_BYTES } from './roster-file.format.js';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderPage } from '../enrolment/readers.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let codes = 0;

beforeAll(async () => {
  database = await freshDatabase('readers_rosters');
  readers = await aReadersService(database.ownerUrl);
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

type School = { readonly id: string; readonly librarian: string };
const openSchool = async (kind = 'primary'): Promise<School> => {
  const body = { code: `S${(codes += 1)}`, name: '桃溪小学', kind };
  const { id } = await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body);
  return { id, librarian: await readers.as({ role: 'librarian', schoolId: id }) };
};
const upload = (
  token: string,
  content: string | Buffer,
  fields: Record<string, string> = {},
  key?: string,
) => {
  const form = new FormData();
  form.append(
    'file',
    new Blob([typeof content === 'string' ? content : new Uint8Array(content)]),
    'roster.csv',
  );
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return readers.ask<JobView & { code: string }>('POST', '/api/v1/roster-imports', token, {
    body: form,
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });
};
const run = async (
  { librarian }: School,
  content: string | Buffer,
  fields: Record<string, string> = {},
): Promise<JobView & { problems: JobProblem[] }> => {
  const queued = await upload(librarian, content, fields);
  expect(queued.status).toBe(202);
  const job = await eventually(async () => {
    const seen = await readers.done<JobView>('GET', `/api/v1/jobs/${queued.body.id}`, librarian);
    expect(['succeeded', 'failed']).toContain(seen.status);
    return seen;
  }, 30_000);
  const { items } = await readers.done<{ items: (JobProblem & { title: string })[] }>(
    'GET',
    `/api/v1/jobs/${queued.body.id}/problems`,
    librarian,
  );
  for (const { code, title } of items) expect([code, title]).not.toEqual([code, code]);
  return { ...job, problems: items.map(({ title: _, ...problem }) => problem) };
};
const HEAD = '姓名,读者类型,年级,班级,借书证号';
const csv = (...lines: string[]): string => [HEAD, ...lines].join('\r\n');
const pupils = (from: number, to: number, schoolClass = '三年级,1'): string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => `学生${from + n},学生,${schoolClass},P${from + n}`);
const active = async ({ librarian }: School): Promise<ReaderPage['items']> =>
  (await readers.done<ReaderPage>('GET', '/api/v1/readers?limit=500', librarian)).items;

describe('a roster', () => {
  it('[RDR-001, RDR-007] makes readers, cards and classes, and changes nothing the second time', async () => {
    const school = await openSchool();
    const file = csv(...pupils(1, 450), '老师甲,教师,,,T1', '职工乙,职工,,,');
    const first = await run(school, file);
    expect(first).toMatchObject({
      kind: 'roster-import',
      status: 'succeeded',
      progress: { done: 452, total: 452 },
      result: { created: 452, updated: 0, unchanged: 0, rejected: 0, left: 0, classesOpened: 1 },
    });
    expect(await active(school)).toHaveLength(452);
    const events = async (): Promise<number> =>
      (
        await readers.sql<{ n: number }>(`select count(*)::int as n from outbox where topic like '%reader%'`)
      )[0]?.n ?? 0;
    const before = await events();
    const second = await run(school, file);
    expect(second.result).toMatchObject({ created: 0, updated: 0, unchanged: 452, rejected: 0, left: 0 });
    expect(await events()).toBe(before);
  });

  it('gives no cards to grades that are not entitled, changes nothing the second time, and gives them with the grade', async () => {
    const school = await openSchool();
    const entitle = async (grades: number[], version: number): Promise<void> => {
      const headers = { 'if-match': `"v${version}"` };
      const body = { grades, kinds: ['teacher'] };
      await readers.ask('PUT', '/api/v1/card-policies', school.librarian, { body, headers });
    };
    await entitle([4], 1);
    const file = csv(...pupils(1, 3), ...pupils(4, 5, '四年级,1'), '老师甲,教师,,,T1', '职工乙,职工,,,T2');
    expect((await run(school, file)).result).toMatchObject({ created: 7, rejected: 0 });
    const numbers = async () =>
      Object.fromEntries((await active(school)).map(({ name, cardNumber }) => [name, cardNumber]));
    const without = { 学生1: null, 学生2: null, 学生3: null, 职工乙: null };
    expect(await numbers()).toEqual({ ...without, 学生4: 'P4', 学生5: 'P5', 老师甲: 'T1' });
    expect((await run(school, file)).result).toMatchObject({ created: 0, updated: 0, unchanged: 7, left: 0 });
    await entitle([3, 4], 2);
    expect((await run(school, file)).result).toMatchObject({ created: 0, updated: 3, unchanged: 4 });
    expect(await numbers()).toMatchObject({ 学生1: 'P1', 学生3: 'P3', 职工乙: null });
  });

  it('[RDR-011] renames, moves, brings back and lets leave', async () => {
    const school = await openSchool();
    await run(school, csv(...pupils(1, 20)));
    const next = await run(
      school,
      csv('学生壹,学生,三年级,1,P1', '学生2,学生,三年级,2,P2', ...pupils(3, 18), '新生,学生,三年级,1,P99'),
    );
    expect(next.result).toMatchObject({
      created: 1,
      updated: 2,
      moved: 1,
      unchanged: 16,
      left: 2,
      classesOpened: 1,
    });
    const now = await active(school);
    expect(now.map(({ cardNumber }) => cardNumber)).not.toContain('P20');
    expect(now.find(({ cardNumber }) => cardNumber === 'P2')?.className).toBe('三年级2班');
    const back = await run(
      school,
      csv('学生壹,学生,三年级,1,P1', ...pupils(3, 20), '新生,学生,三年级,1,P99'),
    );
    expect(back.result).toMatchObject({ created: 0, updated: 2, unchanged: 18, left: 0 });
    const [returned] = (await active(school)).filter(({ cardNumber }) => cardNumber === 'P20');
    expect(
      (await readers.events(returned?.id ?? '')).map(({ type, aggregateversion }) => [
        aggregateversion,
        type.slice(16, -3),
      ]),
    ).toEqual([
      [1, 'reader.enrolled'],
      [2, 'card.issued'],
      [3, 'reader.left'],
      [4, 'reader.enrolled'],
    ]);
  });

  it.each([
    [4, 'succeeded'],
    [5, 'succeeded'],
    [6, 'failed'],
  ])('stops when more than a fifth of the students would leave: %d of 25', async (leavers, status) => {
    const school = await openSchool();
    await run(school, csv(...pupils(1, 25)));
    const job = await run(school, csv(...pupils(1, 25 - leavers)));
    expect(job.status).toBe(status);
    expect(await active(school)).toHaveLength(status === 'failed' ? 25 : 25 - leavers);
    if (status === 'failed') {
      expect(job.failure).toBe('roster.too-many-leavers');
      expect(job.problems).toEqual([
        { place: {}, code: 'roster.too-many-leavers', facts: { leavers: 6, readers: 25 } },
      ]);
      const wanted = await run(school, csv(...pupils(1, 19)), { maxLeavers: '24' });
      expect(wanted.result).toMatchObject({ left: 6 });
    }
  });

  it('says in a dry run what it would do, and does nothing', async () => {
    const school = await openSchool();
    const job = await run(school, csv(...pupils(1, 3), '无班,学生,,,P9'), { dryRun: 'true' });
    expect(job.result).toEqual({
      created: 3,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      moved: 0,
      left: 0,
      classesOpened: 1,
      dryRun: true,
    });
    expect(job.problems).toEqual([
      { place: { row: 5, column: 4, field: 'class' }, code: 'class.missing', facts: {} },
    ]);
    expect(await active(school)).toEqual([]);
  });

  it('takes the good rows and names the place of each bad one, never what stands there', async () => {
    const school = await openSchool();
    await run(school, csv(...pupils(1, 10)));
    const job = await run(
      school,
      csv(
        ...pupils(1, 7),
        ',学生,三年级,1,P8',
        '学生9,学生,十三年级,1,P9',
        '学生10,学生,初一,1,P10',
        '重号,学生,三年级,1,p1',
        '身份,学生,三年级,1,11010519491231002X',
        '怪人,外星人,三年级,1,P11',
        '"半个引号,学生,三年级,1,P12',
        '末行,学生,三年级,1,P13',
      ),
    );
    expect(job.status).toBe('succeeded');
    expect(job.problems.map(({ place, code }) => [place['row'], place['column'], code])).toEqual([
      [9, 1, 'name.missing'],
      [10, 3, 'grade.unreadable'],
      [11, 3, 'class.section-not-in-school'],
      [12, 5, 'card.number-twice'],
      [13, 5, 'card.number-is-identity'],
      [14, 2, 'kind.unknown'],
      [15, 1, 'row.quote-not-closed'],
    ]);
    expect(job.result).toMatchObject({ created: 1, unchanged: 7, rejected: 7, left: 0 });
    expect(JSON.stringify(job)).not.toMatch(/学生\d|怪人|P8/);
  });

  it('is read as an Excel workbook and in the coding of a Chinese Windows', async () => {
    const school = await openSchool('junior');
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('名册');
    sheet.addRows([
      ['2026 年新生名册'],
      ['序号', '学号', '姓名', '班级'],
      [1, 1, '甲', '初一(2)班'],
      [2, '0002', '乙', '初一(2)班'],
    ]);
    sheet.getCell('B3').numFmt = '0000';
    const job = await run(school, Buffer.from(await workbook.xlsx.writeBuffer()), { format: 'excel' });
    expect([job.result, job.problems]).toMatchObject([{ created: 2 }, []]);
    const both = '姓名,爱好,班级\n甲,画画;唱歌,初一(2)班\n乙,,初一(2)班\n';
    const dry = await run(school, both, { dryRun: 'true' });
    expect(dry.problems).toEqual([
      { place: { row: 1, column: 2 }, code: 'column.unread', facts: { heading: '爱好' } },
    ]);
    const again = await run(
      school,
      iconv.encode('姓名\t年级\t班级\t卡号\n甲\t七年级\t2\t0001\n乙\t七年级\t2班\t0002\n', 'gb18030'),
    );
    expect(again.result).toMatchObject({ unchanged: 2, created: 0 });
  });

  it('loses one row to a broken character, and lets nobody leave for it', async () => {
    const school = await openSchool();
    const names = ['王墨香', '李乙', '赵丙', '孙丁', '周戊'];
    const file = (): Buffer =>
      Buffer.from(`\ufeff姓名,班级\n${names.map((name) => `${name},三年级1班\n`).join('')}`);
    expect((await run(school, file())).result).toMatchObject({ created: 5 });
    const broken = file();
    const at = broken.indexOf('丙');
    const job = await run(school, Buffer.concat([broken.subarray(0, at), broken.subarray(at + 1)]));
    expect([job.result, job.problems]).toMatchObject([
      { created: 0, updated: 0, unchanged: 4, rejected: 1, left: 0 },
      [{ place: { row: 4, column: 1, field: 'name' }, code: 'cell.unreadable' }],
    ]);
    expect((await run(school, file())).result).toMatchObject({ created: 0, unchanged: 5, left: 0 });
  });

  it('knows children again in any writing of their names, and shows the names in one', async () => {
    const school = await openSchool();
    const file = (...names: string[]): string =>
      ['姓名,班级', ...names.map((name) => `${name},三（1）班`)].join('\n');
    await run(school, file('王　墨', '阿依古丽•买买提', 'Ｌｉ Hua', '\ufeff赵\u200b丙'));
    const shown = async () => (await active(school)).map(({ name }) => name).sort();
    const names = ['王墨', '阿依古丽·买买提', 'Li Hua', '赵丙'].sort();
    expect(await shown()).toEqual(names);
    const again = await run(school, file('王墨', '阿依古丽.买买提', 'LI HUA', '赵　丙'));
    expect(again.result).toMatchObject({ created: 0, updated: 0, unchanged: 4, left: 0 });
    expect(await shown()).toEqual(names);
  });

  it('takes numbers as they were before a spreadsheet, and refuses those that lost digits', async () => {
    const school = await openSchool();
    const job = await run(
      school,
      [
        '姓名,班级,一卡通号',
        '甲,高一一班,"=""00123"""',
        "乙,三年级1班,'00124",
        '丙,三年级1班,20230101.0',
        '丁,三年级1班,2.02609E+11',
        '#N/A,三年级1班,5',
        '戊,三年级1班,#REF!',
        '己,三年级1班,"=""00123"""',
      ].join('\n'),
    );
    expect(job.problems.map(({ place, code }) => [place['row'], place['field'], code])).toEqual([
      [2, 'class', 'class.section-not-in-school'],
      [5, 'number', 'cell.digits-lost'],
      [6, 'name', 'cell.error'],
      [7, 'number', 'cell.error'],
    ]);
    expect((await active(school)).map(({ cardNumber }) => cardNumber).sort()).toEqual([
      '00123',
      '00124',
      '20230101',
    ]);
  });

  it('is read in all the sheets of a workbook, a class a sheet, and the second time nothing changes', async () => {
    const school = await openSchool();
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('填写说明').addRows([['填写说明'], ['一、不要改动表头']]);
    for (const no of [1, 2, 3])
      workbook
        .addWorksheet(`三年级${no}班`)
        .addRows([['姓名', '备注'], [`甲${'一二三'[no - 1]}`], [`乙${'一二三'[no - 1]}`]]);
    workbook.addWorksheet('教师').addRows([
      ['姓名', '工号'],
      ['师甲', 'T1'],
    ]);
    const file = Buffer.from(await workbook.xlsx.writeBuffer());
    const first = await run(school, file);
    expect(first.result).toMatchObject({ created: 7, classesOpened: 3, rejected: 0 });
    expect(first.problems.map(({ place, code }) => [place['sheet'], code])).toEqual([
      ['填写说明', 'sheet.no-header'],
      ['三年级1班', 'column.unread'],
      ['三年级2班', 'column.unread'],
      ['三年级3班', 'column.unread'],
    ]);
    const classes = (await active(school)).map(({ kind, className }) => className ?? kind).sort();
    expect(classes).toEqual(
      ['三年级1班', '三年级1班', '三年级2班', '三年级2班', '三年级3班', '三年级3班', 'teacher'].sort(),
    );
    expect((await run(school, file)).result).toMatchObject({ created: 0, updated: 0, unchanged: 7, left: 0 });
    // A file that has lost a class is no news of the others.
    workbook.removeWorksheet('三年级3班');
    expect((await run(school, Buffer.from(await workbook.xlsx.writeBuffer()))).result).toMatchObject({
      left: 0,
    });
  });

  it('keeps a reader without a number by name and class', async () => {
    const school = await openSchool();
    const file = '姓名,年级,班级\n王甲,三年级,1\n王甲,三年级,1\n李乙,三年级,2\n';
    expect((await run(school, file)).result).toMatchObject({ created: 3 });
    expect((await run(school, file)).result).toMatchObject({ unchanged: 3 });
    const moved = await run(school, '姓名,年级,班级\n王甲,三年级,1\n王甲,三年级,1\n李乙,四年级,1\n');
    expect(moved.result).toMatchObject({ created: 0, moved: 1, unchanged: 2, left: 0 });
  });

  it('[RDR-011] with the school’s own numbers gives them to the children it knows, whose cards of ours go back', async () => {
    const school = await openSchool();
    const names = ['王甲', '李乙', '赵丙'];
    const list = (head: string, cells: (name: string, at: number) => string): string =>
      [head, ...names.map((name, at) => `${name},三年级1班${cells(name, at)}`)].join('\n');
    await run(
      school,
      list('姓名,班级', () => ''),
    );
    const before = await active(school);
    const numbered = list('姓名,班级,借书证号', (_, at) => `,S${at}`);
    const job = await run(school, numbered);
    expect([job.result, job.problems]).toMatchObject([{ created: 0, updated: 3, rejected: 0, left: 0 }, []]);
    const now = await active(school);
    expect(now.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    expect(now.map(({ name, cardNumber, cardStatus }) => [name, cardNumber, cardStatus]).sort()).toEqual(
      names.map((name, at) => [name, `S${at}`, 'active']).sort(),
    );
    expect(
      (await readers.events(now[0]?.id ?? '')).map(({ type, aggregateversion }) => [
        aggregateversion,
        type.slice(16, -3),
      ]),
    ).toEqual([
      [1, 'reader.enrolled'],
      [2, 'card.issued'],
      [3, 'card.blocked'],
      [4, 'card.issued'],
    ]);
    const old = { body: { cardNumber: before[0]?.cardNumber } };
    const found = await readers.ask<ReaderPage>('POST', '/api/v1/readers/search', school.librarian, old);
    expect(found.body.items.map(({ id }) => id)).toEqual([before[0]?.id]);
    expect((await run(school, numbered)).result).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 3,
      left: 0,
    });
    // Another number for who has one of the school's own is for a person to decide.
    const other = await run(school, numbered.replace('S1', 'S9'));
    expect([other.result, other.problems]).toMatchObject([
      { created: 0, updated: 0, unchanged: 2, rejected: 1, left: 0 },
      [{ place: { row: 3, column: 3, field: 'number' }, code: 'reader.has-other-number' }],
    ]);
  });

  it('is refused at the door when it is no roster we can read', async () => {
    const school = await openSchool();
    const status = async (content: string | Buffer, fields: Record<string, string> = {}) => {
      const { status: answered, body } = await upload(school.librarian, content, fields);
      return [answered, body.code];
    };
    const unsupported = [415, 'roster.format-unsupported'];
    expect(await status(csv(), { format: 'oneroster' })).toEqual(unsupported);
    expect(await status(csv(), { format: 'excel' })).toEqual(unsupported);
    expect(await status(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toEqual([
      415,
      'roster.xls-unsupported',
    ]);
    expect(await status(csv(), { format: 'xml' })).toEqual([400, 'request.invalid']);
    expect(await status(csv(), { maxLeavers: '101' })).toEqual([400, 'request.invalid']);
    const [other, headless] = [await openSchool(), await run(school, '一,二\n三,四\n')];
    expect(await status(csv(), { schoolId: other.id })).toEqual([403, 'permission.denied']);
    expect(headless).toMatchObject({ status: 'failed', failure: 'roster.no-header' });
    expect(await readers.sql(`select 1 from job where status = 'uploading'`)).toEqual([]);
  });

  it('is imported once for a repeated key, and its job is the school’s own', async () => {
    const [school, other] = [await openSchool(), await openSchool()];
    const [first, again] = [
      await upload(school.librarian, csv(...pupils(1, 3)), {}, 'roster-1'),
      await upload(school.librarian, csv(...pupils(1, 3)), {}, 'roster-1'),
    ];
    expect(again.body.id).toBe(first.body.id);
    expect((await upload(school.librarian, csv(...pupils(1, 4)), {}, 'roster-1')).status).toBe(422);
    expect((await readers.ask('GET', `/api/v1/jobs/${first.body.id}`, other.librarian)).status).toBe(404);
  });

  it('[RDR-001] many at once do not wait for each other, and twins are one job', async () => {
    const school = await openSchool();
    const uploads = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        upload(school.librarian, csv(...pupils(1, 3)), { dryRun: 'true' }, `many-${at < 5 ? 0 : at}`),
      ),
    );
    expect(uploads.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 202));
    const ids = uploads.map(({ body }) => body.id);
    expect([new Set(ids.slice(0, 5)).size, new Set(ids).size]).toEqual([1, 26]);
    expect(await readers.sql(`select 1 from job where status = 'uploading'`)).toEqual([]);
  });

  it('is at most 20 MB', async () => {
    const school = await openSchool();
    const sent = async (bytes: number): Promise<number> =>
      (await upload(school.librarian, Buffer.alloc(bytes, '\n'), { dryRun: 'true' })).status;
    expect([await sent(MOST_BYTES), await sent(MOST_BYTES + 1)]).toEqual([202, 413]);
    expect(await readers.sql(`select 1 from job where status = 'uploading'`)).toEqual([]);
  });

  it('and lost cards of the same readers do not stop each other', async () => {
    const school = await openSchool();
    await run(school, csv(...pupils(1, 40)));
    const before = await active(school);
    const [job, ...losses] = await Promise.all([
      run(school, csv(...pupils(1, 40, '三年级,2'), ...pupils(41, 240))),
      ...before.map(({ cardId }) =>
        readers.ask('POST', `/api/v1/cards/${cardId}/losses`, school.librarian, { body: { replace: true } }),
      ),
    ]);
    expect(losses.map(({ status }) => status)).toEqual(before.map(() => 201));
    expect(job.status).toBe('succeeded');
  });

  it('goes on where it stopped when the service is stopped in the middle', async () => {
    const school = await openSchool();
    const file = csv(...pupils(1, 4000), '无班,学生,,,X1');
    const queued = await upload(school.librarian, file);
    const seen = async (): Promise<JobView> =>
      readers.done('GET', `/api/v1/jobs/${queued.body.id}`, readers.admin);
    await eventually(async () => expect((await seen()).progress.done).toBeGreaterThanOrEqual(200), 30_000);
    await readers.stop();
    readers = await aReadersService(database.ownerUrl);
    const between = (await seen()).progress.done;
    expect(between).toBeLessThan(4001);
    await eventually(async () => expect((await seen()).status).toBe('succeeded'), 30_000);
    expect((await seen()).result).toMatchObject({ created: 4000, updated: 0, unchanged: 0, rejected: 1 });
    const [count] = await readers.sql<{ readers: number; problems: number; events: number }>(
      `select (select count(*)::int from reader where school_id = $1) as readers,
              (select count(*)::int from job_problem where job_id = $2::uuid) as problems,
              (select count(*)::int from outbox where payload->>'schoolid' = $1::text and topic like '%.reader') as events`,
      [school.id, queued.body.id.slice('readers-'.length)],
    );
    expect(count).toEqual({ readers: 4000, problems: 1, events: 8000 });
  });
});
