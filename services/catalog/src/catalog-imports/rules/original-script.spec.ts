import { describe, expect, it } from '@jest/globals';
import { aRecord } from '../a-marc-file.builder.js';
import { titleFromMarc21 } from './from-marc21.js';
import { titleFromUnimarc } from './from-unimarc.js';

const leader = '00000cam a2200000 a 4500';
const marc21 = (...fields: readonly (readonly [string, string])[]) =>
  titleFromMarc21(aRecord(fields, leader));
const unimarc = (...fields: readonly (readonly [string, string])[]) => titleFromUnimarc(aRecord(fields));

describe('a title in its original script', () => {
  it('comes before its transliteration in MARC21', () => {
    expect(
      marc21(
        ['100', '1 $6880-01$aQin, Wenjun'],
        ['245', '10$6880-02$aMi mi shan gu /$cQin Wenjun.'],
        ['260', '  $6880-03$aBeijing :$bZuo jia chu ban she,$c2001.'],
        ['880', '1 $6100-01/$1$a秦文君'],
        ['880', '10$6245-02/$1$a秘密山谷 /$c秦文君著.'],
        ['880', '  $6260-03/$1$a北京 :$b作家出版社,$c2001.'],
      ),
    ).toMatchObject({
      title: '秘密山谷', otherTitles: ['Mi mi shan gu'], publisher: '作家出版社', publishedIn: '北京', publishedYear: 2001,
      contributors: [{ name: '秦文君' }, { name: 'Qin, Wenjun' }], notes: [],
    }); // prettier-ignore
  });

  it('is found though its link is broken on one side, or has no partner', () => {
    expect(marc21(['245', '10$aMi mi shan gu'], ['880', '10$6245-07/$1$a秘密山谷'])).toMatchObject({
      title: '秘密山谷',
    });
    expect(marc21(['245', '10$aX'], ['880', '1 $6700-00/$1$a秦文君'])).toMatchObject({
      contributors: [{ name: '秦文君' }],
    });
    expect(marc21(['245', '10$6880-01$aVoĭna i mir'], ['880', '10$6245-01/(N$aВойна и мир'])).toMatchObject({
      title: 'Война и мир',
      otherTitles: ['Voĭna i mir'],
    });
  });

  it('stays first where the transliteration is the one in 880', () => {
    expect(marc21(['245', '10$6880-01$a秘密山谷'], ['880', '10$6245-01$aMi mi shan gu'])).toMatchObject({
      title: '秘密山谷',
      otherTitles: ['Mi mi shan gu'],
    });
  });

  it('without any link is left out, and that is said', () => {
    expect(marc21(['245', '10$aMi mi shan gu'], ['880', '10$a秘密山谷'])).toMatchObject({
      title: 'Mi mi shan gu',
      notes: [{ code: 'record.original-script-unlinked', field: '880', detail: '秘密山谷' }],
    });
  });

  it('comes first in UNIMARC, where the pair has one tag', () => {
    for (const swapped of [false, true]) {
      const pair = [
        ['200', '1 $6a01$7ba$aMi mi shan gu$fQin Wenjun'],
        ['200', '1 $6a01$7ea$a秘密山谷$f秦文君著'],
        ['701', ' 0$6a02$7ba$aQin$bWenjun'],
        ['701', ' 0$6a02$7ea$a秦文君'],
      ] as const;
      expect(unimarc(...(swapped ? [...pair].reverse() : pair))).toMatchObject({
        title: '秘密山谷',
        otherTitles: ['Mi mi shan gu'],
        contributors: [{ name: '秦文君' }, { name: 'Qin, Wenjun' }],
      });
    }
  });
});

describe('parts of a title and of a name', () => {
  it('bring their own comma', () => {
    expect(unimarc(['200', '1 $aX'], ['700', ' 1$aGroza,$bCornel'])).toMatchObject({
      contributors: [{ name: 'Groza, Cornel' }],
    });
    expect(unimarc(['200', '1 $aX'], ['701', ' 1$aRowling ,$b, J. K. ;'])).toMatchObject({
      contributors: [{ name: 'Rowling, J. K.' }],
    });
    expect(marc21(['245', '10$aX'], ['100', '1 $aGroza,$bII,'])).toMatchObject({
      contributors: [{ name: 'Groza II' }],
    });
  });

  it.each([
    [['461', ' 0$a全唐诗$v第3卷'], '第3卷'],
    [['462', ' 0$12001 $a三国演义$v上'], '上'],
    [['461', ' 0$1001012345$12001 $a全集$h2$1210  $a北京$v9'], '2'],
    [['010', '  $a978-7-02-000220-7 (下册)'], '下册'],
    [['225', '2 $a丛书$v7'], null],
  ] as [readonly [string, string], string | null][])('stand in %j', (field, partNumber) => {
    expect(unimarc(['200', '1 $a三国演义'], field)).toMatchObject({ partNumber });
  });
  it('of 200 come first, and a set with two ISBNs has none', () => {
    expect(unimarc(['200', '1 $a甲$h上'], ['461', ' 0$a乙$v7'])).toMatchObject({ partNumber: '上' });
    expect(
      unimarc(
        ['200', '1 $a甲'],
        ['010', '  $a978-7-02-000220-7 (上册)'],
        ['010', '  $a978-7-02-000872-8 (下册)'],
      ),
    ).toMatchObject({ partNumber: null });
  });

  it('need a price that is surely yuan', () => {
    expect(unimarc(['200', '1 $a甲'], ['010', '  $aISBN 978-7-02-000220-7 : CNY25.00'])).toMatchObject({
      priceFen: 2500,
    });
    expect(unimarc(['200', '1 $a甲'], ['010', '  $d25.00'])).toMatchObject({ priceFen: 2500 });
    expect(unimarc(['200', '1 $a甲'], ['102', '  $aUS'], ['010', '  $d25.00'])).toMatchObject({
      priceFen: null,
    });
    expect(marc21(['245', '10$a甲'], ['020', '  $c25.00'])).toMatchObject({
      priceFen: null,
      notes: [{ code: 'price.not-a-number' }],
    });
    expect(
      marc21(['008', '010101s2001    cc            000 0 chi d'], ['245', '10$a甲'], ['020', '  $c25.00']),
    ).toMatchObject({ priceFen: 2500 });
    expect(marc21(['245', '10$a甲'], ['020', '  $cCNY25.00'])).toMatchObject({ priceFen: 2500 });
    expect(marc21(['245', '10$aX'], ['020', '  $c£6.95'])).toMatchObject({ priceFen: null });
  });
});
