import { describe, expect, it } from '@jest/globals';
import { aRecord } from '../a-marc-file.builder.js';
import { copiesIn } from './holdings-profile.js';
import { HOLDINGS_PROFILES } from './holdings-profiles.js';

const profile = (name: string) => HOLDINGS_PROFILES.find((each) => each.name === name) ?? null;
const barcodes = (fields: readonly (readonly [string, string])[], name: string | null = null) =>
  copiesIn(aRecord(fields), 'unimarc', name === null ? null : profile(name)).copies.map(
    (copy) => copy.barcode,
  );

describe('copies in a CNMARC record', () => {
  it('[CAT-035] reads a barcode per repeated $b', () => {
    const { copies, notes } = copiesIn(
      aRecord([['905', '  $aSY1$bA000001$bA000002$dF124$e1$f2']]),
      'unimarc',
      null,
    );
    expect(notes).toEqual([]);
    expect(copies).toHaveLength(2);
    expect(copies[1]).toEqual({
      barcode: 'A000002', formerNumber: null, location: 'SY1', clc: 'F124', bookNumber: '1', callNumber: 'F124/1', isOtherScheme: false,
      priceFen: null, volume: null, use: 'lendable',
    }); // prettier-ignore
  });

  it('reads groups repeated inside one field, each with its own place', () => {
    const { copies } = copiesIn(
      aRecord([['905', '  $aK1$bB1$dI247$e3$aK2$bB2$dI247$e3$aK2$bB3$sI18/7:B3']]),
      'unimarc',
      profile('cnmarc-905'),
    );
    expect(
      copies.map(({ barcode, location, clc, bookNumber }) => [barcode, location, clc, bookNumber]),
    ).toEqual([
      ['B1', 'K1', 'I247', '3'],
      ['B2', 'K2', 'I247', '3'],
      ['B3', 'K2', 'I18', '7'],
    ]);
  });

  it('reads ranges, lists and repeated fields', () => {
    expect(barcodes([['905', '  $aSY$bD040394-5']])).toEqual(['D040394', 'D040395']);
    expect(barcodes([['905', '  $aSY$bB1,B2；B3　B4']])).toEqual(['B1', 'B2', 'B3', 'B4']);
    expect(
      barcodes([
        ['905', '  $aSY$bB1'],
        ['905', '  $aSY$bB2'],
      ]),
    ).toEqual(['B1', 'B2']);
    expect(barcodes([['905', '  $bB1$bB2$dI247$e5']])).toEqual(['B1', 'B2']);
    expect(barcodes([['905', '  $bB1$dI1$bB2$dI1']])).toEqual(['B1', 'B2']);
  });

  it('reads $b as an accession number where the profile says so', () => {
    const { copies } = copiesIn(
      aRecord([['905', '  $aSY$b0010201-03$f3']]),
      'unimarc',
      profile('cnmarc-905-accession'),
    );
    expect(copies.map(({ barcode, formerNumber }) => [barcode, formerNumber])).toEqual([
      ['0010201', '0010201'],
      ['0010202', '0010202'],
      ['0010203', '0010203'],
    ]);
  });

  it('makes copies without barcodes from a count alone, and says when count and barcodes differ', () => {
    expect(barcodes([['905', '  $aSY$f3']])).toEqual([null, null, null]);
    expect(barcodes([['905', '  $aSY']])).toEqual([]);
    const { copies, notes } = copiesIn(aRecord([['905', '  $bB1$f2']]), 'unimarc', null);
    expect(copies).toHaveLength(1);
    expect(notes).toEqual([{ code: 'copy.count-differs', detail: '2 ≠ 1' }]);
  });

  it('takes 905 before 985 and 985 before 906 when no profile is named', () => {
    const all = [
      ['906', '  $bC1'],
      ['985', '  $aD1$bSY$dCNY12.00$h77$n上'],
      ['905', '  $bB1'],
    ] as const;
    expect(barcodes(all)).toEqual(['B1']);
    expect(copiesIn(aRecord(all.slice(0, 2)), 'unimarc', null).copies[0]).toMatchObject({
      barcode: 'D1', location: 'SY', priceFen: 1200, formerNumber: '77', volume: '上',
    }); // prettier-ignore
    expect(barcodes(all.slice(0, 1))).toEqual(['C1']);
  });

  it('gives copies of one field the call number of another, where that says one thing', () => {
    const elsewhere = (
      fields: readonly (readonly [string, string])[],
      name: string | null = 'cnmarc-985',
    ) => {
      const { copies, notes } = copiesIn(aRecord(fields), 'unimarc', name === null ? null : profile(name));
      return [copies.map(({ barcode, callNumber }) => [barcode, callNumber]), notes.map(({ code }) => code)];
    };
    const groups = ['985', '  $aB1$bSY$aB2$bSY'] as const;
    const both = [
      ['B1', 'D2-6/8'],
      ['B2', 'D2-6/8'],
    ];
    expect(elsewhere([['905', '  $dD2-6$e8'], groups])).toEqual([both, []]);
    expect(elsewhere([['905', '  $sD2-6/8'], groups])).toEqual([both, []]);
    // Without a profile the field that names copies is read, not the one that comes first.
    expect(elsewhere([['905', '  $dD2-6$e8'], groups], null)).toEqual([both, []]);
    expect(
      elsewhere(
        [
          ['906', '  $dD2-6$e8'],
          ['905', '  $bB1$bB2'],
        ],
        null,
      ),
    ).toEqual([both, []]);
    expect(elsewhere([['905', '  $dD2-6$e8'], ['905', '  $dI247$e1'], groups])).toEqual([
      [
        ['B1', null],
        ['B2', null],
      ],
      ['copy.call-number-ambiguous', 'copy.call-number-ambiguous'],
    ]);
  });

  it('says so when copies stand in another field than the profile reads', () => {
    const { copies, notes } = copiesIn(aRecord([['905', '  $bB1']]), 'unimarc', profile('cnmarc-985'));
    expect([copies, notes]).toEqual([[], [{ code: 'copy.field-not-read', detail: '905' }]]);
  });

  it('keeps copies by count though their price cannot be read', () => {
    expect(barcodes([['905', '  $aSY$f2$rUSD 3']])).toEqual([null, null]);
  });

  it('keeps a barcode that stands twice in a record once', () => {
    const { copies, notes } = copiesIn(aRecord([['905', '  $bB1$bB1']]), 'unimarc', null);
    expect(copies).toHaveLength(1);
    expect(notes).toEqual([{ code: 'copy.barcode-repeated-in-record', detail: 'B1' }]);
  });
});

describe('copies in a MARC21 record', () => {
  const record = aRecord([
    ['245', '10$aA title'],
    ['999', '  $aGV1619 .R6 1984$wLC$i1-3003$lLOST$mALDERMAN$tBOOK'],
  ]);

  it('are not read without a profile, and that is said', () => {
    expect(copiesIn(record, 'marc21', null)).toEqual({
      copies: [],
      notes: [{ code: 'copy.field-not-read', detail: '999' }],
    });
  });

  it.each([
    ['$p1', 'lendable'], ['$p1$00$10$40$70', 'lendable'], ['$p1$11', 'missing'], ['$p1$12', 'missing'], ['$p1$71', 'reading-room'],
    ['$p1$7-1', 'processing'], ['$p1$7NFL', 'reading-room'], ['$p1$01', 'withdrawn'], ['$p1$41', 'repair'], ['$p1$01$11$71', 'withdrawn'],
    ['$p1$41$71', 'repair'], ['$p1$5RESTRICTED', 'reading-room'],
  ])('in 952 %s are %s', (subfields, use) => {
    const { copies } = copiesIn(aRecord([['952', `  ${subfields}`]]), 'marc21', profile('marc21-952'));
    expect(copies).toMatchObject([{ barcode: '1', use }]);
  }); // prettier-ignore

  it.each([
    ['$p1$zMissing since 2019', 'missing'], ['$p1$zFor library use only', 'reading-room'], ['$p1$x已注销', 'withdrawn'], ['$p1$zGift of Wang', 'lendable'],
  ])('in 852 %s are %s', (subfields, use) => {
    const { copies } = copiesIn(aRecord([['852', `  ${subfields}`]]), 'marc21', profile('marc21-852'));
    expect(copies).toMatchObject([{ barcode: '1', use }]);
  }); // prettier-ignore

  it('have their call number as written, with its scheme where it is named', () => {
    const call = (field: string, name: string) =>
      copiesIn(aRecord([[name.slice(-3), field]]), 'marc21', profile(name)).copies[0];
    expect(call('  $p1$o909 WOR', 'marc21-952')).toMatchObject({
      callNumber: '909 WOR',
      isOtherScheme: false,
    });
    expect(call('  $p1$oPR6023 .E9$2lcc', 'marc21-952')).toMatchObject({
      callNumber: 'PR6023 .E9',
      isOtherScheme: true,
    });
    expect(call('  $p1$oI247.5/12', 'marc21-952')).toMatchObject({ clc: 'I247.5', bookNumber: '12' });
    expect(call('  $p1$h909$iWOR', 'marc21-852')).toMatchObject({ callNumber: '909 WOR' });
  });

  it('are read from 999 with the profile of the university file, hyphens and lost ones included', () => {
    expect(copiesIn(record, 'marc21', profile('sirsi-999')).copies).toEqual([
      { barcode: '1-3003', formerNumber: null, location: 'ALDERMAN LOST', clc: null, bookNumber: null, callNumber: 'GV1619 .R6 1984', isOtherScheme: true, priceFen: null, volume: null, use: 'missing' },
    ]); // prettier-ignore
  });
});
