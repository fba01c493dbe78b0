import { describe, expect, it } from '@jest/globals';
import { aBook, aRecord } from '../a-marc-file.builder.js';
import { carrierOf } from './carrier.js';
import { titleFromMarc21 } from './from-marc21.js';
import { titleFromUnimarc } from './from-unimarc.js';

describe('a title from CNMARC', () => {
  it('[CAT-027] takes every field of the map', () => {
    const record = aRecord([
      ['001', '012003000001'],
      ['010', '  $a978-7-02-000220-7$b精装$dCNY39.80'],
      ['010', '  $a7-02-000220-X'],
      ['100', '  $a20030101d2003    em y0chiy0120    ea'],
      ['101', '1 $achi$cjpn'],
      ['200', '1 $a源氏物语$9yuan shi wu yu$e平安朝小说$h上$f（日）紫式部著$g丰子恺译'],
      ['205', '  $a2版'],
      ['210', '  $a北京$c人民文学出版社$d2003.5'],
      ['215', '  $a3册(1200页)$d21cm'],
      ['225', '2 $a日本文学丛书'],
      ['330', '  $a摘要'],
      ['333', '  $a中学生'],
      ['517', '1 $a源氏物語'],
      ['606', '0 $a长篇小说$y日本$j中世纪'],
      ['690', '  $aI313.43$v4'],
      ['690', '  $aI18$v4'],
      ['701', ' 1$c(日)$a紫式部$9zi shi bu$4著'],
      ['702', ' 0$a丰子恺$4译'],
      ['801', ' 2$aCN$bXYZ'],
      ['801', ' 0$aCN$bNLC$c20030101'],
    ]);
    expect(titleFromUnimarc(record)).toMatchObject({
      source: { agency: 'NLC', number: '012003000001' }, level: 'monograph', carrier: 'print', title: '源氏物语', subtitle: '平安朝小说',
      partNumber: '上', otherTitles: ['源氏物語'], statement: '（日）紫式部著 ; 丰子恺译', edition: '2版',
      isbns: ['978-7-02-000220-7', '7-02-000220-X'], publisher: '人民文学出版社', publishedIn: '北京', publishedYear: 2003,
      languages: ['chi'], extent: '3册(1200页); 21cm', series: ['日本文学丛书'], subjects: ['长篇小说-日本-中世纪'], summary: '摘要',
      audience: '中学生', binding: '精装', priceFen: 3980,
      classes: [{ scheme: 'clc', notation: 'I313.43', edition: '4' }, { scheme: 'clc', notation: 'I18', edition: '4' }],
      contributors: [{ name: '紫式部', is: 'person', role: '著', country: '(日)' }, { name: '丰子恺', is: 'person', role: '译', country: null }],
    }); // prettier-ignore
  });

  it('finds the author in the statement, and the price without an ISBN', () => {
    const record = aBook('1', '呐喊', [['010', '  $dCNY0.38元']]);
    expect(titleFromUnimarc(record)).toMatchObject({
      contributors: [{ name: '鲁迅' }],
      isbns: [],
      priceFen: 38,
    });
  });

  it('refuses deleted records and records without a title', () => {
    expect(titleFromUnimarc(aRecord([['200', '1 $a甲']], '     dam0 22     3  450 '))).toEqual({
      refused: 'record.deleted',
    });
    expect(titleFromUnimarc(aRecord([['200', '1 $a　 $f某']]))).toEqual({ refused: 'record.title-missing' });
    expect(titleFromUnimarc(aRecord([['210', '  $a北京']]))).toEqual({ refused: 'record.title-missing' });
  });
});

describe('a title from MARC21', () => {
  const leader = '00000cam a2200000 a 4500';

  it('takes the fields of its own map and the punctuation off', () => {
    const record = aRecord(
      [
        ['001', 'u2'], ['003', 'SIRSI'], ['008', '840827s1983    ru       b    00010 ruso '], ['020', '  $a0960764216 (pbk.) :$c1.60rub'],
        ['082', '0 $a418.02'], ['245', '10$aIskusstvo perevoda i zhiznʹ literatury :$bocherki /$cA. Fedorov.'],
        ['260', '  $aLeningrad :$bSov. pisatelʹ,$c1983.'], ['300', '  $a350 p. ;$c21 cm.'],
        ['650', ' 0$aTranslating and interpreting$zSoviet Union$xHistory.'], ['100', '1 $aFedorov, A. V.$q(Andreĭ)'],
      ],
      leader,
    ); // prettier-ignore
    expect(titleFromMarc21(record)).toMatchObject({
      source: { agency: 'SIRSI', number: 'u2' }, title: 'Iskusstvo perevoda i zhiznʹ literatury', subtitle: 'ocherki',
      publisher: 'Sov. pisatelʹ', publishedIn: 'Leningrad', publishedYear: 1983, isbns: ['0960764216'], priceFen: null,
      notes: [{ code: 'price.foreign-currency', detail: '1.60rub' }], languages: ['rus'], extent: '350 p.',
      contributors: [{ name: 'Fedorov, A. V.', is: 'person' }], classes: [{ scheme: 'ddc', notation: '418.02' }],
      subjects: ['Translating and interpreting-Soviet Union-History'],
    }); // prettier-ignore
  });

  it('refuses authority records and records without a title', () => {
    expect(titleFromMarc21(aRecord([['245', '10$aX']], '00000nz  a2200000n  4500'))).toEqual({
      refused: 'record.authority',
    });
    expect(titleFromMarc21(aRecord([['246', '10$aX']], leader))).toEqual({ refused: 'record.title-missing' });
  });
});

describe('the carrier of a record', () => {
  it.each([
    [[['200', '1 $a甲$b电子资源']], 'electronic'],
    [
      [
        ['200', '1 $a甲'],
        ['215', '  $a在线资源(393页)'],
      ],
      'electronic',
    ],
    [
      [
        ['200', '1 $a甲'],
        ['337', '  $aWWW访问'],
      ],
      'electronic',
    ],
    [
      [
        ['200', '1 $a甲'],
        ['215', '  $a1册$e1光盘'],
      ],
      'print',
    ],
    [
      [
        ['200', '1 $a甲'],
        ['215', '  $a200页 + 1光盘'],
      ],
      'print',
    ],
    [
      [
        ['200', '1 $a甲'],
        ['215', '  $a2盒磁带'],
      ],
      'audio',
    ],
    [[['200', '1 $a甲$b录像制品']], 'video'],
    [
      [
        ['200', '1 $a甲'],
        ['215', '  $a320页'],
      ],
      'print',
    ],
  ] as [readonly (readonly [string, string])[], string][])('%j is %s', (fields, carrier) => {
    expect(carrierOf(aRecord(fields), 'unimarc')).toBe(carrier);
  });

  it.each([
    [[['245', '10$aX$h[electronic resource]']], 'electronic'],
    [
      [
        ['245', '10$aX'],
        ['337', '  $aunmediated'],
      ],
      'print',
    ],
    [
      [
        ['245', '10$aX'],
        ['337', '  $acomputer'],
      ],
      'electronic',
    ],
    [
      [
        ['245', '10$aX'],
        ['533', '  $aMicrofilm.'],
      ],
      'microform',
    ],
    [
      [
        ['245', '10$aX'],
        ['007', 'hd afu---buca'],
      ],
      'microform',
    ],
    [
      [
        ['245', '10$aX'],
        ['008', '840507s1984    caua    o b    00010 eng d'],
      ],
      'electronic',
    ],
  ] as [readonly (readonly [string, string])[], string][])('%j is %s in MARC21', (fields, carrier) => {
    expect(
      carrierOf(
        aRecord([...fields, ['008', '840507s1984    caua     b    00010 eng d']], '00000cam a2200000 a 4500'),
        'marc21',
      ),
    ).toBe(carrier);
  });
});
