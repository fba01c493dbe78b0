import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeWithRealRecords, freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { all, inPieces } from '../catalog-imports/a-marc-file.builder.js';
import { importsInto, type ImportsForTests } from '../catalog-imports/an-import.builder.js';
import { readMarcFile } from '../catalog-imports/marc-file.format.js';
import type { MarcDialect } from '../catalog-imports/rules/marc-record.js';
import { contentOfRecord } from '../title-records/rules/kept-record.js';
import { exportFrom } from './an-export.builder.js';

describeWithRealRecords('real files', (folder) => {
  let catalog: CatalogForTests;
  let imported: ImportsForTests['imported'];
  beforeAll(async () => {
    catalog = await aCatalog(await freshDatabase('catalog_real_exports'));
    imported = importsInto(catalog).imported;
  }, 120_000);
  afterAll(() => catalog.end());

  const contents = async (file: Uint8Array, dialect: MarcDialect): Promise<string[]> =>
    (await all(readMarcFile(inPieces(file))))
      .map((each) => (each.is === 'record' ? contentOfRecord(each.record, dialect) : each.code))
      .sort();

  it.each([
    ['cnmarc-5.gb18030.iso', 'cnmarc', 'unimarc', {}],
    ['uva_001_2000.mrc', 'marc21', 'marc21', { profile: 'sirsi-999' }],
  ] as const)(
    '%s: every record goes out as it came, in UTF-8, GB18030 and MARCXML, and changes nothing when it comes back',
    async (name, wanted, dialect, fields) => {
      const file = await readFile(join(folder, name));
      const { result } = await imported(file, fields);
      const before = await catalog.sql('select id, version from catalog.title order by 1');
      const asTheyCame = await contents(file, dialect);
      for (const how of [{ form: 'iso2709' }, { form: 'iso2709', coding: 'gb18030' }, { form: 'marcxml' }]) {
        const { file: out, job } = await exportFrom(
          catalog,
          { ...how, dialect: wanted, records: 'all' },
          { as: catalog.admin },
        );
        expect(job.result).toMatchObject({ problems: 0 });
        const came = (await contents(out, dialect)).filter(
          (each) => !each.includes('["003","SHULIAN"]') && !each.includes('"SHULIAN"'),
        );
        expect(came).toEqual(asTheyCame);
        const again = (await imported(out, fields)).result;
        expect(again).toMatchObject({ created: 0, updated: 0, copies: { created: 0 } });
      }
      expect(await catalog.sql('select id, version from catalog.title order by 1')).toEqual(before);
      expect(result).toMatchObject({ rejected: 0 });
    },
    240_000,
  );
});
