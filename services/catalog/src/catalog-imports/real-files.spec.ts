import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { all } from './a-marc-file.builder.js';
import { readMarcFile } from './marc-file.format.js';
import { titleFromMarc21 } from './rules/from-marc21.js';
import { titleFromUnimarc } from './rules/from-unimarc.js';
import { copiesIn } from './rules/holdings-profile.js';
import { HOLDINGS_PROFILES } from './rules/holdings-profiles.js';
import type { MarcReading, MarcRecord } from './rules/marc-record.js';

const folder = process.env['SHULIAN_REAL_RECORDS'];
const there = folder !== undefined && existsSync(join(folder, 'uva_001_2000.mrc'));
const withRealRecords = there ? describe : describe.skip;
const read = (name: string): Promise<MarcReading[]> =>
  all(readMarcFile(createReadStream(join(folder ?? '', name))));
const recordsOf = (readings: readonly MarcReading[]): MarcRecord[] =>
  readings.flatMap((reading) => (reading.is === 'record' ? [reading.record] : []));

withRealRecords(
  `real files${there ? '' : ' (skipped: SHULIAN_REAL_RECORDS does not name a folder with uva_001_2000.mrc)'}`,
  () => {
    it('reads all 2,000 records of the university file, each to a title', async () => {
      const readings = await read('uva_001_2000.mrc');
      const records = recordsOf(readings);
      expect(records).toHaveLength(2_000);
      const titles = records.map(titleFromMarc21).flatMap((title) => ('title' in title ? [title] : []));
      expect(titles).toHaveLength(2_000);
      expect(titles.filter(({ title }) => title.includes('\ufffd'))).toEqual([]);
      expect(titles.map(({ title }) => title)).toContain('The princes of Hà-tiên (1682-1867)');
      // One EACC field and a few unknown signs: reported, not fatal.
      const noted = readings.filter((each) => each.is === 'record' && each.notes.length > 0);
      expect(noted.length).toBeLessThan(20);
      const profile = HOLDINGS_PROFILES.find(({ name }) => name === 'sirsi-999') ?? null;
      expect(records.flatMap((record) => copiesIn(record, 'marc21', profile).copies)).toHaveLength(2_903);
    });

    it('reads the same 5 titles and 10 copies from GB18030 and from UTF-8, Chinese intact', async () => {
      const inWords = (records: readonly MarcRecord[]) =>
        records.map((record) => ({
          title: titleFromUnimarc(record),
          copies: copiesIn(record, 'unimarc', null).copies,
        }));
      const chinese = inWords(recordsOf(await read('cnmarc-5.gb18030.iso')));
      expect(chinese).toHaveLength(5);
      expect(chinese.flatMap(({ copies }) => copies.map(({ barcode }) => barcode))).toEqual(
        Array.from({ length: 10 }, (_, at) => `A${String(at + 1).padStart(6, '0')}`),
      );
      expect(chinese[2]?.title).toMatchObject({
        title: "'96 中国发展报告",
        subtitle: '中国的“八五”',
        publisher: '中国统计出版社',
        publishedYear: 1996,
      });
      expect(inWords(recordsOf(await read('cnmarc-5.utf8.iso')))).toEqual(chinese);
    });
  },
);
