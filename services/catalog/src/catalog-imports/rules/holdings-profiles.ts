import type { HoldingsProfile, ItemField } from './holdings-profile.js';

/** The dialects of 905 met in Chinese school and public libraries: one group per field, `b` repeated, `b` as a range, groups in one field. */
const FIELD_905: ItemField = {
  tag: '905',
  barcode: 'b',
  ranges: true,
  location: ['a', 'c'],
  clc: 'd',
  bookNumber: 'e',
  callNumber: 's',
  copies: 'f',
  price: 'r',
  volume: 'v',
};
const FIELD_985: ItemField = {
  tag: '985',
  barcode: 'a',
  ranges: true,
  location: ['b'],
  price: 'd',
  formerNumber: 'h',
  volume: 'n',
};
const FIELD_906: ItemField = { ...FIELD_905, tag: '906' };

export const HOLDINGS_PROFILES: readonly HoldingsProfile[] = [
  {
    name: 'cnmarc-905',
    title: 'CNMARC 905：$a 馆藏地 $b 条码 $d 分类号 $e 种次号 $f 复本数',
    dialect: 'unimarc',
    items: [FIELD_905],
  },
  {
    name: 'cnmarc-905-accession',
    title: 'CNMARC 905：$b 为登录号',
    dialect: 'unimarc',
    items: [{ ...FIELD_905, formerNumber: 'b' }],
  },
  { name: 'cnmarc-906', title: 'CNMARC 906，字段同 905', dialect: 'unimarc', items: [FIELD_906] },
  {
    name: 'cnmarc-985',
    title: 'CNMARC 985：$a 条码 $b 馆藏地 $d 价格 $h 登录号 $n 卷册',
    dialect: 'unimarc',
    items: [FIELD_985],
  },
  {
    name: 'sirsi-999',
    title: 'MARC21 999 (SirsiDynix): $i barcode, $l and $m location, $a call number',
    dialect: 'marc21',
    items: [
      {
        tag: '999',
        barcode: 'i',
        ranges: false,
        location: ['m', 'l'],
        states: {
          code: 'l',
          values: {
            LOST: 'missing',
            MISSING: 'missing',
            DISCARD: 'withdrawn',
            REFERENCE: 'reading-room',
            'NON-CIRC': 'reading-room',
          },
        },
      },
    ],
  },
  {
    name: 'marc21-952',
    title: 'MARC21 952 (Koha): $p barcode, $b and $c location, $o call number, $g price',
    dialect: 'marc21',
    items: [{ tag: '952', barcode: 'p', ranges: false, location: ['b', 'c'], price: 'g' }],
  },
  {
    name: 'marc21-852',
    title: 'MARC21 852: $p barcode, $b and $c location',
    dialect: 'marc21',
    items: [{ tag: '852', barcode: 'p', ranges: false, location: ['b', 'c'] }],
  },
];

/** CNMARC without a named profile: 905 where a record has it, else 985, else 906. MARC21 without one: titles only (decision 22). */
export const UNNAMED_CNMARC: readonly ItemField[] = [FIELD_905, FIELD_985, FIELD_906];
