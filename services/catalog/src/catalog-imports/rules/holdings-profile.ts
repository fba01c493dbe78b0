import { barcodesOf, plainCode, priceInFen, yearOf } from './dirty-values.js';
import type { ImportedCopy } from './imported-title.js';
import {
  fieldsOf,
  type DataField,
  type MarcDialect,
  type MarcRecord,
  type ReadingNote,
} from './marc-record.js';

/**
 * Where one maker's files keep their copies: data, not code, so that a new dialect is a new row here.
 * Subfield codes are those of the item field; what is absent is not in that dialect.
 */
export type HoldingsProfile = {
  readonly name: string;
  readonly title: string;
  readonly dialect: MarcDialect;
  readonly items: readonly ItemField[];
};

export type ItemField = {
  readonly tag: string;
  readonly barcode: string;
  /** `D040394-5` means two copies; in files whose barcodes hold hyphens it does not. */
  readonly ranges: boolean;
  readonly location?: readonly string[];
  readonly clc?: string;
  readonly bookNumber?: string;
  /** `class/number` in one subfield. */
  readonly callNumber?: string;
  readonly copies?: string;
  readonly price?: string;
  readonly formerNumber?: string;
  readonly volume?: string;
  /** Values of a subfield that say a copy is not to be lent. */
  readonly states?: { readonly code: string; readonly values: Readonly<Record<string, ImportedCopy['use']>> };
};

/** The dialects of 905 met in Chinese school and public libraries: one group per field, `b` repeated, `b` as a range, groups in one field. */
const FIELD_905: ItemField = {
  tag: '905',
  barcode: 'b',
  ranges: true,
  location: ['c', 'a'],
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
const UNNAMED_CNMARC: readonly ItemField[] = [FIELD_905, FIELD_985, FIELD_906];

export type ReadCopies = { readonly copies: readonly ImportedCopy[]; readonly notes: readonly ReadingNote[] };

/** The copies a record lists, in its order; `profile` null reads by the usual fields of the dialect. */
export const copiesIn = (
  record: MarcRecord,
  dialect: MarcDialect,
  profile: HoldingsProfile | null,
): ReadCopies => {
  if (profile === null && dialect === 'marc21') return { copies: [], notes: [] };
  const items =
    profile?.items ?? UNNAMED_CNMARC.filter((item) => fieldsOf(record, item.tag).length > 0).slice(0, 1);
  const copies: ImportedCopy[] = [];
  const notes: ReadingNote[] = [];
  for (const item of items)
    for (const field of fieldsOf(record, item.tag))
      for (const group of groupsIn(field, item)) {
        const read = copiesOfGroup(group, item);
        copies.push(...read.copies);
        notes.push(...read.notes);
      }
  const seen = new Set<string>();
  const distinct = copies.filter((copy) => {
    if (copy.barcode === null) return true;
    if (seen.has(copy.barcode)) {
      notes.push({ code: 'copy.barcode-repeated-in-record', detail: copy.barcode });
      return false;
    }
    seen.add(copy.barcode);
    return true;
  });
  return { copies: distinct, notes };
};

type Group = readonly { readonly code: string; readonly value: string }[];

/** Some makers repeat the whole group for each copy inside one field: a new one begins where its first code comes again after a barcode. */
const groupsIn = (field: DataField, item: ItemField): Group[] => {
  const filled = field.subfields
    .map(({ code, value }) => ({ code, value: value.replace(/[\s\u3000]+/gu, ' ').trim() }))
    .filter(({ value }) => value !== '');
  const lead = filled[0]?.code;
  if (lead === undefined) return [];
  const groups: { code: string; value: string }[][] = [];
  for (const each of filled) {
    const current = groups.at(-1);
    // `a` `b` `b` is one group of two copies; `b` `d` `b` `d` are two, because something else of the group stood between.
    const startsAgain =
      each.code === lead &&
      current !== undefined &&
      (lead === item.barcode
        ? current.at(-1)?.code !== lead
        : current.some(({ code }) => code === item.barcode));
    if (current === undefined || startsAgain) groups.push([each]);
    else current.push(each);
  }
  // What stands once, before the first group that names copies or after all of them, holds for all groups.
  const shared = (code: string | undefined): string | undefined =>
    code === undefined
      ? undefined
      : filled.filter((each) => each.code === code).length === 1
        ? filled.find((each) => each.code === code)?.value
        : undefined;
  return groups.map((group) => {
    const lacking = [
      item.clc,
      item.bookNumber,
      item.callNumber,
      item.price,
      ...(item.location ?? []),
    ].flatMap((code) => {
      const value = shared(code);
      return code !== undefined && value !== undefined && !group.some((each) => each.code === code)
        ? [{ code, value }]
        : [];
    });
    return [...group, ...lacking];
  });
};

const copiesOfGroup = (group: Group, item: ItemField): ReadCopies => {
  const notes: ReadingNote[] = [];
  const value = (code: string | undefined): string | null =>
    code === undefined ? null : (group.find((each) => each.code === code)?.value ?? null);
  const barcodes: string[] = [];
  for (const { code, value: text } of group) {
    if (code !== item.barcode) continue;
    const pieces = item.ranges ? text.split(/[,，;；、|]/u) : [text];
    for (const piece of pieces) {
      const read = item.ranges
        ? barcodesOf(piece)
        : { is: 'barcodes' as const, barcodes: [plainCode(piece)] };
      if (read.is === 'too-wide') notes.push({ code: 'copy.barcode-range-too-wide', detail: piece });
      else barcodes.push(...read.barcodes);
    }
  }
  const price = priceInFen(value(item.price));
  if (price.is === 'unreadable') notes.push({ code: `price.${price.why}`, detail: value(item.price) ?? '' });
  const { clc, bookNumber } = shelvingOf(value(item.callNumber));
  const location = (item.location ?? []).map(value).filter((part) => part !== null);
  const state =
    item.states === undefined ? undefined : item.states.values[value(item.states.code)?.toUpperCase() ?? ''];
  const copy = (barcode: string | null): ImportedCopy => ({
    barcode,
    formerNumber: item.formerNumber === item.barcode ? barcode : value(item.formerNumber),
    location: location.length === 0 ? null : [...new Set(location)].join(' '),
    clc: value(item.clc) ?? clc,
    bookNumber: value(item.bookNumber) ?? bookNumber,
    priceFen: price.is === 'price' ? price.fen : null,
    volume: value(item.volume),
    use: state ?? 'lendable',
  });
  const said = countOf(value(item.copies));
  if (barcodes.length === 0 && said !== null && notes.length === 0)
    return { copies: Array.from({ length: said }, () => copy(null)), notes };
  if (said !== null && said !== barcodes.length && barcodes.length > 0)
    notes.push({ code: 'copy.count-differs', detail: `${String(said)} ≠ ${String(barcodes.length)}` });
  return { copies: barcodes.map(copy), notes };
};

/** `F124/26` or `F124/26:A000001`. */
const shelvingOf = (callNumber: string | null): { clc: string | null; bookNumber: string | null } => {
  const parts = /^([^/]+)\/([^/:：]+)/u.exec(callNumber ?? '');
  return { clc: parts?.[1]?.trim() ?? null, bookNumber: parts?.[2]?.trim() ?? null };
};

/** A number of copies between 1 and 500; a year or a price in its place is not one. */
const countOf = (text: string | null): number | null => {
  const digits = /^(\d{1,3})(?:册|本)?$/u.exec(text?.normalize('NFKC') ?? '');
  const count = digits === null ? 0 : Number(digits[1]);
  return count >= 1 && count <= 500 && yearOf(text) === null ? count : null;
};
