import type { HoldingsProfile, ItemField } from './holdings-profile.js';

/** The dialects of 905 met in Chinese school and public libraries: one group per field, `b` repeated, `b` as a range, groups in one field. */
const FIELD_905: ItemField = {
  tag: '905',
  barcode: 'b',
  ranges: true,
  location: ['a', 'c'],
  clc: 'd',
  bookNumber: 'e',
  callNumber: ['s'],
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

const FIELD_999: ItemField = {
  tag: '999',
  barcode: 'i',
  ranges: false,
  location: ['m', 'l'],
  callNumber: ['a'],
  scheme: 'w',
  states: [
    {
      code: 'l',
      values: {
        LOST: 'missing',
        MISSING: 'missing',
        DISCARD: 'withdrawn',
        REFERENCE: 'reading-room',
        'NON-CIRC': 'reading-room',
      },
    },
  ],
};
/** Koha: withdrawn, lost, damaged, not for loan (-1 is on order) and restricted use, each with values of the library's own. */
const FIELD_952: ItemField = {
  tag: '952',
  barcode: 'p',
  ranges: false,
  location: ['b', 'c'],
  callNumber: ['o'],
  scheme: '2',
  price: 'g',
  states: [
    { code: '0', flag: 'withdrawn' },
    { code: '1', flag: 'missing' },
    { code: '4', flag: 'repair' },
    { code: '7', flag: 'reading-room', except: { '-1': 'processing' } },
    { code: '5', flag: 'reading-room' },
  ],
};
const FIELD_852: ItemField = {
  tag: '852',
  barcode: 'p',
  ranges: false,
  location: ['b', 'c'],
  callNumber: ['h', 'i'],
  scheme: '2',
  states: [
    { code: 'z', words: true },
    { code: 'x', words: true },
    { code: 'q', words: true },
  ],
};

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
    items: [FIELD_999],
  },
  {
    name: 'marc21-952',
    title: 'MARC21 952 (Koha): $p barcode, $b and $c location, $o call number, $g price',
    dialect: 'marc21',
    items: [FIELD_952],
  },
  {
    name: 'marc21-852',
    title: 'MARC21 852: $p barcode, $b and $c location',
    dialect: 'marc21',
    items: [FIELD_852],
  },
];

/** CNMARC without a named profile: the first of 905, 985, 906 that names copies. MARC21 without one: titles only (decision 22). */
export const UNNAMED_CNMARC: readonly ItemField[] = [FIELD_905, FIELD_985, FIELD_906];
/** Where MARC21 usually keeps its copies: read with a profile only, but not passed over in silence. */
export const UNNAMED_MARC21: readonly ItemField[] = [FIELD_952, FIELD_852, FIELD_999];
