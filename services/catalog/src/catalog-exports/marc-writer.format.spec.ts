import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { all, inPieces } from '../catalog-imports/a-marc-file.builder.js';
import { readMarcFile } from '../catalog-imports/marc-file.format.js';
import type { MarcDialect, MarcField, MarcRecord } from '../catalog-imports/rules/marc-record.js';
import { contentOfRecord, recordOfText, textOfRecord } from '../title-records/rules/kept-record.js';
import { iso2709Written, MARCXML_END, MARCXML_HEAD, marcXmlWritten } from './marc-writer.format.js';

/** Letters of every plane, what looks like a reference, and hanzi whose GB18030 reads as UTF-8. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      '联通',
      '&#x4E2D;',
      '&amp;lt;',
      'Tom & Jerry',
      '中国发展报告',
      '𠀀𪚥',
      '€',
      '\ue5e5',
      '隆',
      'ä',
      '',
    ),
    fc.stringMatching(/^[\u4e00-\u9fff]{1,30}$/),
  )
  .map((each) => each.replace(/[\p{Cc}\p{Cs}\ufffd\ufffe\uffff]/gu, '').normalize('NFC'));
const code = fc.constantFrom(...'abcdefgx0159');
const dataField = fc.record({
  tag: fc.integer({ min: 10, max: 999 }).map((tag) => String(tag).padStart(3, '0')),
  indicators: fc.stringMatching(/^[ 0-9]{2}$/),
  subfields: fc.array(fc.record({ code, value: text }), { minLength: 1, maxLength: 6 }),
});
const record = (dialect: MarcDialect): fc.Arbitrary<MarcRecord> =>
  fc.tuple(fc.array(dataField, { maxLength: 12 }), text).map(([fields, number]): MarcRecord => ({
    leader: dialect === 'unimarc' ? '     nam0 22     3  450 ' : '     nam a22     7i 4500',
    fields: [
      { tag: '001', value: number },
      {
        tag: dialect === 'unimarc' ? '200' : '245',
        indicators: '1 ',
        subfields: [{ code: 'a', value: '题名' }],
      },
      ...fields.map((field): MarcField => field),
    ],
  }));

describe('a record that is written and read', () => {
  it.each([
    ['unimarc', 'utf-8'],
    ['unimarc', 'gb18030'],
    ['marc21', 'utf-8'],
    ['marc21', 'gb18030'],
  ] as const)('%s in %s: what was read comes back in every field', async (dialect, coding) => {
    await fc.assert(
      fc.asyncProperty(fc.array(record(dialect), { minLength: 1, maxLength: 4 }), async (records) => {
        const written = records.map((each) => iso2709Written(each, dialect, coding));
        expect(written.every(({ isSame }) => isSame)).toBe(true);
        for (const { bytes } of written) {
          expect(Number(Buffer.from(bytes.subarray(0, 5)).toString())).toBe(bytes.length);
        }
        const read = await all(readMarcFile(inPieces(Buffer.concat(written.map(({ bytes }) => bytes)), 97)));
        expect(
          read.map((each) => (each.is === 'record' ? contentOfRecord(each.record, dialect) : each)),
        ).toEqual(records.map((each) => contentOfRecord(each, dialect)));
      }),
      { numRuns: 60 },
    );
  });

  it('MARCXML: what was read comes back in every field', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record('unimarc'), { minLength: 1, maxLength: 4 }), async (records) => {
        const xml =
          MARCXML_HEAD + records.map((each) => marcXmlWritten(each, 'unimarc')).join('') + MARCXML_END;
        const read = await all(readMarcFile(inPieces(Buffer.from(xml), 97)));
        expect(
          read.map((each) => (each.is === 'record' ? contentOfRecord(each.record, 'unimarc') : each)),
        ).toEqual(records.map((each) => contentOfRecord(each, 'unimarc')));
      }),
      { numRuns: 60 },
    );
  });

  it('as it is kept: the same record', () => {
    fc.assert(
      fc.property(record('marc21'), (each) => {
        expect(recordOfText(textOfRecord(each))).toEqual(each);
      }),
    );
  });

  it('says its coding: 100/26-29 of CNMARC, leader/09 of MARC21', () => {
    const general = '20260901d2020    em y0chiy0110    ea';
    const cnmarc: MarcRecord = {
      leader: '     nam0 22     3  450 ',
      fields: [{ tag: '100', indicators: '  ', subfields: [{ code: 'a', value: general }] }],
    };
    const said = (coding: 'utf-8' | 'gb18030'): string =>
      Buffer.from(iso2709Written(cnmarc, 'unimarc', coding).bytes).toString('latin1');
    expect(said('utf-8')).toContain('20260901d2020    em y0chiy50      ea');
    expect(said('gb18030')).toContain(general);
    const marc21 = { leader: '     nam  22     7i 4500', fields: [] };
    expect(iso2709Written(marc21, 'marc21', 'utf-8').bytes[9]).toBe('a'.charCodeAt(0));
  });

  it('tells of a field at 9,999 bytes and one beyond, and writes both so that they are read', () => {
    const withSummary = (length: number): MarcRecord => ({
      leader: '     nam0 22     3  450 ',
      fields: [
        { tag: '200', indicators: '1 ', subfields: [{ code: 'a', value: '题名' }] },
        { tag: '330', indicators: '  ', subfields: [{ code: 'a', value: 'x'.repeat(length) }] },
        { tag: '801', indicators: ' 0', subfields: [{ code: 'b', value: 'SXL' }] },
      ],
    });
    // Two indicators, mark and code of the subfield, end mark.
    expect(iso2709Written(withSummary(9_994), 'unimarc', 'utf-8')).toMatchObject({
      isTooLong: false,
      isSame: true,
    });
    expect(iso2709Written(withSummary(9_995), 'unimarc', 'utf-8')).toMatchObject({
      isTooLong: true,
      isSame: true,
    });
    expect(iso2709Written(withSummary(120_000), 'unimarc', 'utf-8')).toMatchObject({
      isTooLong: true,
      isSame: true,
    });
  });
});
