import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import type { Caller, Identified } from './a-caller.builder.js';
import type { County } from './a-county.builder.js';
import { School, type Copy } from './a-school.builder.js';

const minutes = 60_000;
type Title = Identified & {
  readonly title: string;
  readonly publisher: string;
  readonly contributors: readonly string[];
};
type Rejected = { readonly place: object; readonly code: string };

/** Files of real libraries, which belong to others and lie outside this repository. */
export function realRecords(folder: string, given: () => County): void {
  const take = (librarian: Caller, schoolId: string, file: string) =>
    librarian.import('/api/v1/catalog-imports', file, readFileSync(join(folder, file)), {
      schoolId,
      format: 'auto',
    });

  it(
    '2,000 records of a university library are all accounted for: made, merged, or rejected with a reason',
    async () => {
      const { librarian, id } = await School.open(given().admin);
      const { id: job, result } = await take(librarian, id, 'uva_001_2000.mrc');
      const { created = 0, updated = 0, unchanged = 0, rejected = 0 } = result;
      expect(created + updated + unchanged + rejected).toBe(2_000);
      expect(created).toBeGreaterThan(1_800);
      const problems = await librarian.all<Rejected>(`/api/v1/jobs/${job}/problems`);
      expect(problems.length).toBeGreaterThanOrEqual(rejected);
      for (const { code } of problems) expect(code).toMatch(/^[a-z]+[a-z.-]*$/);
      expect((await take(librarian, id, 'uva_001_2000.mrc')).result).toMatchObject({
        created: 0,
        updated: 0,
        rejected,
      });
    },
    2 * minutes,
  );

  it(
    'the same five works in GB18030 and in UTF-8 are the same five titles and ten copies, every sign intact',
    async () => {
      const titlesOf = async (school: School): Promise<Title[]> => {
        const copies = await school.librarian.all<Copy>(`/api/v1/copies?schoolId=${school.id}`);
        expect(copies.map(({ barcode }) => barcode).sort()).toEqual(
          Array.from({ length: 10 }, (_, at) => `A0000${String(at + 1).padStart(2, '0')}`),
        );
        const ids = [...new Set(copies.map(({ titleId }) => titleId))];
        return Promise.all(ids.map((id) => school.librarian.get<Title>(`/api/v1/titles/${id}`)));
      };
      const [a, b] = [await School.open(given().admin), await School.open(given().admin)];
      const first = await take(a.librarian, a.id, 'cnmarc-5.gb18030.iso');
      expect(first.result).toMatchObject({ created: 5, rejected: 0 });
      const titles = await titlesOf(a);
      expect(titles.map(({ title }) => title.replaceAll(' ', '')).sort()).toEqual(
        ['94', '95', '96', '97', '97'].map((year) => `'${year}中国发展报告`),
      );
      for (const { publisher, contributors } of titles) {
        expect(publisher).toBe('中国统计出版社');
        expect(contributors.join()).toMatch(/国家统计局|张塞/);
      }
      expect((await take(a.librarian, a.id, 'cnmarc-5.gb18030.iso')).result).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 5,
      });
      expect((await take(a.librarian, a.id, 'cnmarc-5.utf8.iso')).result).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 5,
      });
      expect(await titlesOf(a)).toEqual(titles);

      expect((await take(b.librarian, b.id, 'cnmarc-5.utf8.iso')).result).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 5,
      });
      expect((await titlesOf(b)).map(({ id }) => id).sort()).toEqual(titles.map(({ id }) => id).sort());
    },
    minutes,
  );
}
