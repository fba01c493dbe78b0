import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipped } from '@shulian/documents/testing';

import { Caller, until, type Identified, type Page } from './a-caller.builder.js';
import { County } from './a-county.builder.js';
import { School, type Copy, type Reader, type SchoolClass } from './a-school.builder.js';

const minutes = 60_000;
const DAY = '2026-10-12';
const days = `from=${DAY}&to=${DAY}`;

let county: County;
let school: School;
let schoolClass: SchoolClass;
let pupils: readonly Reader[];
let books: readonly Copy[];

type Report = { readonly rows: readonly Readonly<Record<string, string | number | null>>[] };
const report = (name: string): Promise<Report> => school.librarian.get(`/api/v1/reports/${name}?${days}`);

beforeAll(async () => {
  const started = await County.start('postgres');
  if (started === null) throw new Error('PostgreSQL is always there');
  county = started;
  school = await School.open(county.admin);
  schoolClass = await school.schoolClass(1);
  pupils = await school.readers(5, { classId: schoolClass.id });
  books = await school.titles(2);
}, 4 * minutes);

afterAll(() => county.stop(), minutes);

describe('what a school writes down', () => {
  it(
    '[RPT-004] [RPT-025] comes as one archive of registers, the figures of rooms among them',
    async () => {
      for (const [n, book] of books.entries()) await school.lent(book.barcode, pupils[n]?.cardNumber ?? '');
      const room = await school.librarian.post<Identified>('/api/v1/library-rooms', {
        schoolId: school.id,
        name: '二楼阅览室',
        purposes: ['reading'],
        campus: '东校区',
        department: '阅览部',
      });
      const visit = { roomId: room.id, classId: schoolClass.id, persons: 5 };
      await school.librarian.post('/api/v1/room-visits', visit);
      await until(
        () => school.librarian.ask<Report>('GET', `/api/v1/reports/class-reading-table?${days}`),
        ({ body: { rows } }) => rows[0]?.['readings'] === 5 && rows[0]?.['loans'] === 2,
      );
      expect((await report('visits-by-department')).rows).toMatchObject([
        { department: '阅览部', visits: 5 },
      ]);

      const answer = await fetch(`${school.librarian.url}/api/v1/register-packs?format=csv&${days}`, {
        headers: { authorization: `Bearer ${school.librarian.token ?? ''}`, 'accept-language': 'zh' },
      });
      expect(answer.status).toBe(200);
      const files = unzipped(Buffer.from(await answer.arrayBuffer()));
      const text = (name: string): string => files.get(name)?.toString() ?? '';
      const contents = text('00-登记表目录.csv').trimEnd().split('\r\n');
      expect(contents.slice(1).map((line) => line.slice(-3))).toEqual(
        Array.from({ length: 10 }, () => '已打印'),
      );
      expect(text('J-学生借阅登记表.csv')).toContain(pupils[0]?.name);
      expect(text('I-学生阅览、借书统计表.csv')).toContain(schoolClass.name);
    },
    2 * minutes,
  );

  it(
    '[GTW-020] [GTW-016] is read by strangers where it was published, and handed over to the city where it was made',
    async () => {
      const published = await school.librarian.post<{ classes: number }>('/api/v1/class-weeks', { of: DAY });
      expect(published.classes).toBeGreaterThan(0);
      const stranger = new Caller(school.librarian.url);
      const open = await stranger.get<Page<Readonly<Record<string, unknown>>>>(
        `/api/v1/public-class-weeks?schoolId=${school.id}`,
      );
      expect(open.items).toMatchObject([{ className: schoolClass.name, loans: 2, returned: 0 }]);
      const page = await fetch(`${school.librarian.url}/library/${school.id}`);
      expect(await page.text()).toContain(`<td>${schoolClass.name}</td><td>2</td><td>0</td>`);

      const asked = { schoolId: school.id, from: DAY, to: DAY };
      const { id } = await school.librarian.post<Identified>('/api/v1/asset-exports', asked);
      const file = await school.librarian.ask('GET', `/api/v1/asset-exports/${id}/file`);
      expect(file.status).toBe(200);
      expect(file.text).toContain('二楼阅览室');
      const step = { state: 'handed-over', receipt: '2026-1' };
      expect(await school.librarian.post(`/api/v1/asset-exports/${id}/steps`, step)).toMatchObject({
        state: 'handed-over',
        receipt: '2026-1',
      });
    },
    minutes,
  );

  it(
    'what is kept of one reader is taken along, by the school and by the reader, and by nobody else',
    async () => {
      const [reader, other] = [pupils[0] as Reader, pupils[1] as Reader];
      const pack = (as: Caller, query: string): Promise<Response> =>
        fetch(`${as.url}/api/v1/reader-packs?${query}`, {
          headers: { authorization: `Bearer ${as.token ?? ''}`, 'accept-language': 'zh' },
        });
      const filesOf = async (answer: Response): Promise<(name: string) => string> => {
        expect(answer.status).toBe(200);
        const files = unzipped(Buffer.from(await answer.arrayBuffer()));
        return (name) => files.get(name)?.toString() ?? '';
      };
      const printed = await filesOf(await pack(school.librarian, `readerId=${reader.id}&format=csv`));
      expect(JSON.parse(printed('01-读者档案.json'))).toMatchObject({ id: reader.id, name: reader.name });
      expect(printed('02-借阅.csv')).toContain(reader.name);
      const refused = printed('00-个人信息目录.csv')
        .split('\r\n')
        .filter((line) => !line.endsWith('已打印'));
      // Who looked at whom is told to the head of the school.
      expect(refused).toEqual(['\ufeff册,名称,文件,情况', '18,查阅记录,,不能查看', '']);

      const own = await school.account('reader', { readerId: reader.id });
      const asData = await filesOf(await pack(own, `readerId=${reader.id}&format=json`));
      expect(JSON.parse(asData('02-借阅.json'))).toMatchObject([{ readerId: reader.id }]);
      expect(JSON.parse(asData('03-预约.json'))).toEqual([]);

      expect((await pack(own, `readerId=${other.id}`)).status).toBe(404);
      const elsewhere = await School.open(county.admin);
      expect((await pack(elsewhere.librarian, `readerId=${reader.id}`)).status).toBe(404);
    },
    minutes,
  );
});
