import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aRecord } from '../catalog-imports/a-marc-file.builder.js';
import { descriptionOfRecord } from '../catalog-imports/described-title.use-case.js';
import type { MarcDialect, MarcRecord } from '../catalog-imports/rules/marc-record.js';
import { describedOnlyBy, type TitleDescription } from '../titles/rules/title.js';
import { recordOfTitle } from './rules/made-record.js';
import { withEdits } from './rules/record-edits.js';

const word = fc
  .stringMatching(/^[\u4e00-\u9fa5]{2,8}$/)
  .filter((each) => !/[缩盲录电网光有视音编著译绘元圆卷册]/u.test(each));
const words = fc.uniqueArray(word, { maxLength: 4 });
const orNull = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 2 });
const change = fc.record(
  {
    title: word,
    subtitle: orNull(word),
    partNumber: orNull(fc.constantFrom('上', '第2卷', '3')),
    partTitle: orNull(word),
    otherTitles: words,
    statement: orNull(word),
    contributors: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
    edition: orNull(fc.constantFrom('2版', '修订版')),
    isbns: fc.subarray(['9787020002207', '9787101003048', '9787506365437']),
    publisher: orNull(word),
    publishedIn: orNull(fc.constantFrom('北京', '上海')),
    publishedYear: orNull(fc.integer({ min: 1900, max: 2026 })),
    languages: fc.subarray(['chi', 'eng', 'jpn']),
    extent: orNull(fc.constantFrom('320页', '2册')),
    series: words,
    subjects: words,
    clc: fc.constantFrom('I247.5', 'K837.125', 'TP311'),
    summary: orNull(word),
    audience: orNull(word),
    binding: orNull(fc.constantFrom('精装', '平装')),
    priceFen: orNull(fc.integer({ min: 1, max: 100_000 })),
    level: fc.constantFrom('monograph', 'serial', 'part', 'collection'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<TitleDescription>>;

const received: Readonly<Record<MarcDialect, MarcRecord>> = {
  unimarc: aRecord([
    ['001', '012001000123'],
    ['005', '20010101000000.0'],
    ['010', '  $a7-02-000220-7$b精装$dCNY25.00'],
    ['100', '  $a20010101d1981    em y0chiy0110    ea'],
    ['101', '0 $achi'],
    ['200', '1 $a鲁迅全集$Alu xun quan ji$e小说卷$h第1卷$f鲁迅著$g王某编'],
    ['205', '  $a2版'],
    ['210', '  $a北京$c人民文学出版社$d1981.10'],
    ['215', '  $a320页$c图$d20cm'],
    ['225', '2 $a鲁迅作品$v第3种'],
    ['330', '  $a选自全集。'],
    ['606', '0 $a小说$x文学研究$y中国'],
    ['606', '0 $a杂文'],
    ['690', '  $aI210.2$v4'],
    ['690', '  $aI246$v4'],
    ['701', ' 0$a鲁迅$f(1881-1936)$4著'],
    ['702', ' 0$a王某$4编'],
    ['801', ' 0$aCN$bSXL$c20010101'],
    ['905', '  $aSXL$bA1$dI210.2$e1'],
    ['998', '  $z谁也不懂'],
  ]),
  marc21: aRecord(
    [
      ['001', '77'],
      ['003', 'UVA'],
      ['008', '010101s1981    cc       b    000 0 chi d'],
      ['020', '  $a7020002207 (pbk.) :$cCNY25.00'],
      ['100', '1 $aLu, Xun,$d1881-1936.'],
      ['245', '10$aNa han :$bstories /$cLu Xun.'],
      ['260', '  $aBeijing :$bRen min wen xue,$c1981.'],
      ['300', '  $a320 p. ;$c20 cm.'],
      ['490', '0 $aWorks ;$v3'],
      ['650', ' 0$aChinese fiction$y20th century.'],
      ['700', '1 $aWang, Mou.'],
      ['952', '  $pA1$oI210'],
      ['996', '  $zunknown'],
    ],
    '     nam a22     7i 4500',
  ),
};

describe('what was written at the door since a record came', () => {
  it.each(['unimarc', 'marc21'] as const)(
    '%s: goes out in its fields, and every other field as it came',
    (dialect) => {
      const record = received[dialect];
      const before = descriptionOfRecord(record, dialect) ?? describedOnlyBy('');
      fc.assert(
        fc.property(change, (input) => {
          const { level: _, ...written } = input;
          const description = { ...before, ...written };
          const edited = new Set(Object.keys(written));
          const read = (each: MarcRecord): TitleDescription | null => descriptionOfRecord(each, dialect);
          const { record: out, notCarried } = withEdits(
            record,
            { id: 'x', description },
            edited,
            dialect,
            read,
          );
          expect(notCarried).toEqual([]);
          expect(read(out)).toEqual(description);
          const tags = ['001', '003', '005', '801', '905', '952', '996', '998'];
          const untouched = (of: MarcRecord): unknown => of.fields.filter(({ tag }) => tags.includes(tag));
          expect(untouched(out)).toEqual(untouched(record));
        }),
        { numRuns: 80 },
      );
    },
  );

  it('leaves what stands beside it in the same fields: pinyin, roles, dates, editions of the scheme', () => {
    const { unimarc } = received;
    const before = descriptionOfRecord(unimarc, 'unimarc') ?? describedOnlyBy('');
    const description = { ...before, title: '呐喊', subjects: ['杂文', '散文'], contributors: ['鲁迅'] };
    const edited = new Set(['title', 'subjects', 'contributors']);
    const { record } = withEdits(unimarc, { id: 'x', description }, edited, 'unimarc', (each) =>
      descriptionOfRecord(each, 'unimarc'),
    );
    const text = JSON.stringify(record.fields);
    expect(text).toContain('lu xun quan ji');
    expect(text).toContain('(1881-1936)');
    expect(record.fields.filter(({ tag }) => tag === '690')).toEqual(
      unimarc.fields.filter(({ tag }) => tag === '690'),
    );
    expect(text).not.toContain('文学研究');
    expect(text).toContain('散文');
  });
});

describe('what a record has a place for, but nobody reads out of it', () => {
  it('is added: notes once, beside those that came', () => {
    const { unimarc } = received;
    const before = descriptionOfRecord(unimarc, 'unimarc') ?? describedOnlyBy('');
    const title = { id: 'x', description: { ...before, notes: ['附：年表', '书名页有题词'] } };
    const read = (each: MarcRecord): TitleDescription | null => descriptionOfRecord(each, 'unimarc');
    const once = withEdits(unimarc, title, new Set(['notes']), 'unimarc', read).record;
    expect(once.fields.filter(({ tag }) => tag === '300')).toHaveLength(2);
    expect(withEdits(once, title, new Set(['notes']), 'unimarc', read).record).toEqual(once);
  });

  it('is told where it has none: a kind that records do not know', () => {
    const { unimarc } = received;
    const before = descriptionOfRecord(unimarc, 'unimarc') ?? describedOnlyBy('');
    const title = { id: 'x', description: { ...before, kind: 'textbook' as const } };
    const { record, notCarried } = withEdits(unimarc, title, new Set(['kind']), 'unimarc', (each) =>
      descriptionOfRecord(each, 'unimarc'),
    );
    expect([record, notCarried]).toEqual([unimarc, ['kind']]);
  });
});

describe('a record of our own making', () => {
  it.each(['unimarc', 'marc21'] as const)('%s: says of the title what the catalogue says', (dialect) => {
    fc.assert(
      fc.property(change, word, (input, title) => {
        const description = {
          ...describedOnlyBy(title),
          languages: ['chi'],
          contributors: [title],
          ...input,
        };
        if (description.languages.length === 0) description.languages = ['chi'];
        const record = recordOfTitle({ id: 'x', description }, dialect);
        const read = descriptionOfRecord(record, dialect);
        // What a school does with a book is no part of a record.
        expect(read).toEqual({ ...description, kind: read?.kind, notes: [] });
      }),
      { numRuns: 80 },
    );
  });
});
