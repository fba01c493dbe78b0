import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeWithRealRecords, freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { TitlesPage } from '../titles/titles.http.js';
import { importsInto, type ImportsForTests } from './an-import.builder.js';

describeWithRealRecords('real files', (folder) => {
  let catalog: CatalogForTests;
  beforeAll(async () => {
    catalog = await aCatalog(await freshDatabase('catalog_real_files'));
  });
  afterAll(() => catalog.end());
  const imported: ImportsForTests['imported'] = (...input) => importsInto(catalog).imported(...input);
  const real = (name: string): Promise<Buffer> => readFile(join(folder, name));

  it('the university file: every one of 2,000 records is accounted for, and a second import changes nothing', async () => {
    const file = await real('uva_001_2000.mrc');
    const dry = (await imported(file, { dryRun: 'true', profile: 'sirsi-999' })).result as Record<
      string,
      number
    >;
    const { result } = await imported(file, { profile: 'sirsi-999' });
    const { total, created, merged, rejected } = result as Record<string, number>;
    expect([total, (created ?? 0) + (merged ?? 0) + (rejected ?? 0), rejected]).toEqual([2_000, 2_000, 0]);
    expect(dry).toEqual({ ...result, dryRun: true });
    expect((await imported(file, { profile: 'sirsi-999' })).result).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2_000,
      copies: { created: 0 },
    });
  }, 180_000);

  it('the two CNMARC files: the same 5 titles and 10 copies, Chinese intact, whichever comes first', async () => {
    const first = (await imported(await real('cnmarc-5.gb18030.iso'))).result;
    expect(first).toMatchObject({ total: 5, created: 5, rejected: 0, copies: { created: 10 } });
    const second = (await imported(await real('cnmarc-5.utf8.iso'))).result;
    expect(second).toMatchObject({
      total: 5,
      created: 0,
      unchanged: 5,
      updated: 0,
      copies: { created: 0, unchanged: 10 },
    });
    const { items } = (await catalog.call('GET', '/titles?q=zgfzbg')).body as TitlesPage;
    expect(items.map(({ title }) => title)).toContain("'94中国发展报告");
    expect(items.filter(({ title }) => title.includes('中国发展报告'))).toHaveLength(5);
  });
});
