import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from '@protobi/exceljs';
import iconv from 'iconv-lite';
import type { JobView } from '@shulian/service-kit';
import { newId } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderPage } from '../enrolment/readers.http.js';
import type { MappingPage, MappingView, PreviewView } from './roster-mappings.http.js';

const api = '/api/v1';
let database: FreshDatabase;
let readers: ReadersForTests;
beforeAll(async () => {
  database = await freshDatabase('readers_mappings');
  readers = await aReadersService(database.ownerUrl);
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const aSchool = async (kind = 'nine-year') => {
  const body = { code: `M${newId().slice(-12)}`, name: '清溪学校', kind };
  const { id } = await readers.done<{ id: string }>('POST', `${api}/schools`, readers.admin, body);
  return { id, librarian: await readers.as({ role: 'librarian', schoolId: id } as never) };
};
type School = Awaited<ReturnType<typeof aSchool>>;
const sent = (content: string | Buffer, fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), 'list');
  return form;
};
const preview = (school: School, content: string | Buffer, fields: Record<string, string> = {}) =>
  readers.ask<PreviewView & { code?: string }>('POST', `${api}/roster-previews`, school.librarian, {
    body: sent(content, fields),
  });
const imported = async (
  school: School,
  content: string | Buffer,
  fields: Record<string, string> = {},
): Promise<JobView> => {
  const queued = await readers.ask<JobView>('POST', `${api}/roster-imports`, school.librarian, {
    body: sent(content, fields),
  });
  if (queued.status !== 202) throw new Error(JSON.stringify(queued.body));
  return eventually(async () => {
    const job = await readers.done<JobView>('GET', `${api}/jobs/${queued.body.id}`, school.librarian);
    expect(['succeeded', 'failed']).toContain(job.status);
    return job;
  }, 20_000);
};
const lines = (...rows: string[]): string => rows.join('\r\n');
const sheet = async (...tables: readonly (readonly [string, string[][]])[]): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of tables) book.addWorksheet(name).addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
};
/** The first person of each table as it would be read. */
const firsts = ({ tables }: PreviewView) =>
  tables.map(({ rows: [row] }) =>
    [row?.name, row?.number, row?.kind, row?.className, row?.code].map((each) => each ?? null),
  );

describe('a class list before it is taken in', () => {
  const one = (name: string, number: string | null, kind: string | null, className: string | null) => [
    [name, number, kind, className, null],
  ];
  it.each<[string, () => string | Buffer | Promise<Buffer>, unknown]>([
    [
      'a plain list',
      () => lines('姓名,年级,班级,借书证号', '王一,三年级,2班,A1'),
      one('王一', 'A1', null, '三年级2班'),
    ],
    [
      'grade and class in one cell',
      () => lines('姓名,班级', '王二,三年级(2)班'),
      one('王二', null, null, '三年级2班'),
    ],
    ['classes as 302', () => lines('学生姓名,行政班', '王三,302'), one('王三', null, null, '三年级2班')],
    [
      'junior classes as 初一3班',
      () => lines('姓名,所在班级', '王四,初一3班'),
      one('王四', null, null, '七年级3班'),
    ],
    [
      'classes by the year of entry',
      () => lines('姓名,班级', '王五,小学2024级1班'),
      one('王五', null, null, '三年级1班'),
    ],
    [
      'entry year and number apart',
      () => lines('姓名,学段,入学年份,班号', '王六,初中,2025,4'),
      one('王六', null, null, '八年级4班'),
    ],
    [
      'a title above the headings',
      () => lines('清溪学校花名册,,', ',,', '序号,姓名,班级', '1,王七,五年级1班'),
      one('王七', null, null, '五年级1班'),
    ],
    [
      'columns separated by tabs',
      () => lines('姓名\t班级\t学号', '王八\t六年级1班\t2021001'),
      one('王八', '2021001', null, '六年级1班'),
    ],
    [
      'columns separated by semicolons',
      () => lines('姓名;班级;卡号', '王九;一年级1班;C9'),
      one('王九', 'C9', null, '一年级1班'),
    ],
    [
      'columns separated by full-width commas',
      () => lines('姓名，班级', '王十，二年级1班'),
      one('王十', null, null, '二年级1班'),
    ],
    [
      'GB18030',
      () => iconv.encode(lines('姓名,班级', '李㐂,四年级1班'), 'gb18030'),
      one('李㐂', null, null, '四年级1班'),
    ],
    [
      'UTF-16 with its mark',
      () => iconv.encode(lines('姓名\t班级', '李二\t四年级2班'), 'utf-16'),
      one('李二', null, null, '四年级2班'),
    ],
    [
      'headings with stars and remarks',
      () => lines('*姓名（必填）,班级【如三年级1班】', '李三,四年级3班'),
      one('李三', null, null, '四年级3班'),
    ],
    [
      'English headings',
      () => lines('Full Name,Grade,Class,Card No.', 'Li Si,Grade 3,2,E1'),
      one('Li Si', 'E1', null, '三年级2班'),
    ],
    [
      'teachers with staff numbers',
      () => lines('教师姓名,工号,身份', '赵老师,T01,教师'),
      one('赵老师', 'T01', 'teacher', null),
    ],
    [
      'identity columns in between',
      () => lines('学籍号,姓名,身份证号,班级', 'G110101201501011234,李五,110101201501011234,五年级2班'),
      one('李五', null, null, '五年级2班'),
    ],
    [
      'numbers as a spreadsheet protects them',
      () => lines('姓名,班级,借书证号', '李六,五年级3班,="00123"'),
      one('李六', '00123', null, '五年级3班'),
    ],
    [
      'a workbook',
      () =>
        sheet([
          '名单',
          [
            ['姓名', '班级'],
            ['李七', '六年级2班'],
          ],
        ]),
      one('李七', null, null, '六年级2班'),
    ],
    [
      'a workbook with a sheet for each class',
      () => sheet(['三年级1班', [['姓名'], ['甲']]], ['三年级2班', [['姓名'], ['乙']]]),
      [
        ['甲', null, null, '三年级1班', null],
        ['乙', null, null, '三年级2班', null],
      ],
    ],
    [
      'a class that can be two',
      () => lines('姓名,班级', '李九,二十班'),
      [['李九', null, null, null, 'class.unreadable']],
    ],
  ])('[RDR-001] is seen as it would be read: %s', async (_shape, content, expected) => {
    const answer = await preview(shared, await content());
    expect([answer.status, firsts(answer.body)]).toEqual([200, expected]);
  });
  let shared: School;
  beforeAll(async () => {
    shared = await aSchool();
  });

  it('[RDR-001] tells its columns, and shows where no headings are known how it begins', async () => {
    const list = lines('学籍号,姓名,班级,家庭住址', '123456789012345678,王一,三年级1班,桃溪路', ',,,');
    const { body } = await preview(shared, list);
    expect(body.tables[0]).toMatchObject({
      headingRow: 1, people: 1, faults: 0, mappingId: null,
      columns: [
        { column: 1, heading: '学籍号', field: null }, { column: 2, heading: '姓名', field: 'name' },
        { column: 3, heading: '班级', field: 'class' }, { column: 4, heading: '家庭住址', field: null },
      ],
    }); // prettier-ignore
    const odd = await preview(shared, lines('孩子,去向,身份号', '王一,三年级1班,110101201501011234'));
    expect(odd.body.tables).toMatchObject([
      {
        headingRow: null,
        beginning: [
          ['孩子', '去向', '身份号'],
          ['王一', '三年级1班', '…'],
        ],
      },
    ]);
    expect((await preview(shared, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]))).body.code).toBe(
      'roster.xls-unsupported',
    );
    expect((await preview(shared, list, { mapping: newId() })).status).toBe(422);
  });
});

describe('how a school reads its lists', () => {
  const list = lines('孩子,去向,牌号', '王一,三年级1班,K1', '王二,三年级1班,K2');
  const columns = { name: '孩子', class: '去向', number: '牌号' };

  it('[RDR-001] is said once, and remembered for lists with the same headings', async () => {
    const school = await aSchool();
    const made = await readers.done<MappingView>('POST', `${api}/roster-mappings`, school.librarian, {
      name: '教务处导出', columns, told: { kind: '学生' },
    }); // prettier-ignore
    expect((await preview(school, list)).body.tables[0]?.headingRow).toBeNull();
    const seen = await preview(school, list, { mapping: made.id });
    expect(firsts(seen.body)).toEqual([['王一', 'K1', 'student', '三年级1班', null]]);
    // A preview and a dry run teach nothing.
    await imported(school, list, { mapping: made.id, dryRun: 'true' });
    expect((await preview(school, list)).body.tables[0]?.headingRow).toBeNull();
    expect((await imported(school, list, { mapping: made.id })).result).toMatchObject({ created: 2 });
    // The same headings with other blanks, next year: no mapping is named any more.
    const next = lines(
      ' 孩子 , 去向,牌号(新)',
      '王一,三年级2班,K1',
      '王三,三年级2班,K3',
      '王二,三年级2班,K2',
    );
    expect((await preview(school, next)).body.tables[0]?.mappingId).toBe(made.id);
    expect((await imported(school, next)).result).toMatchObject({ created: 1, updated: 2, moved: 2 });
    const { items } = await readers.done<ReaderPage>('GET', `${api}/readers`, school.librarian);
    expect(items.map(({ name, className }) => `${name} ${String(className)}`).sort()).toEqual([
      '王一 三年级2班', '王三 三年级2班', '王二 三年级2班',
    ]); // prettier-ignore
    expect((await preview(school, next, { mapping: 'none' })).body.tables[0]?.headingRow).toBeNull();
    expect(
      (await preview(school, lines('孩子,去向', '王一,三年级1班'))).body.tables[0]?.headingRow,
    ).toBeNull();
    const other = await aSchool();
    expect((await preview(other, list)).body.tables[0]?.headingRow).toBeNull();
    expect((await preview(other, list, { mapping: made.id })).status).toBe(422);
  });

  it('[RDR-001] overrules what headings seem to say, and never reads identity numbers', async () => {
    const school = await aSchool();
    const create = (body: object) =>
      readers.ask<MappingView & { code?: string }>('POST', `${api}/roster-mappings`, school.librarian, {
        body,
      });
    const made = await create({
      name: '学号不是证号',
      columns: { name: '姓名', number: null },
      told: { class: '三年级1班' },
    });
    const seen = await preview(school, lines('姓名,学号', '王一,20240101'), { mapping: made.body.id });
    expect(firsts(seen.body)).toEqual([['王一', null, null, '三年级1班', null]]);
    expect((await create({ name: '学号不是证号', columns: {} })).body.code).toBe('roster-mapping.exists');
    expect((await create({ name: '身份证', columns: { number: '身份证号' } })).status).toBe(400);
    expect((await create({ name: '长', columns: { name: '长'.repeat(41) } })).status).toBe(400);
    const change = (version: number, body: object) =>
      readers.ask<MappingView>('PATCH', `${api}/roster-mappings/${made.body.id}`, school.librarian, {
        body,
        headers: { 'if-match': `"v${version}"` },
      });
    expect((await change(1, { told: {} })).body).toMatchObject({
      told: {},
      columns: { number: null },
      version: 2,
    });
    expect((await change(1, { name: '旧' })).status).toBe(412);
    const other = await aSchool();
    expect(
      (await readers.ask('DELETE', `${api}/roster-mappings/${made.body.id}`, other.librarian)).status,
    ).toBe(404);
    expect(
      (await readers.ask('DELETE', `${api}/roster-mappings/${made.body.id}`, school.librarian)).status,
    ).toBe(204);
    expect(
      (await readers.done<MappingPage>('GET', `${api}/roster-mappings`, school.librarian)).items,
    ).toEqual([]);
  });
});
