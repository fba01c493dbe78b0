import { barcodesOf, plainCode, priceInFen, yearOf } from './dirty-values.js';
import type { ImportedCopy } from './imported-title.js';
import {
  fieldsOf,
  type DataField,
  type MarcDialect,
  type MarcRecord,
  type ReadingNote,
} from './marc-record.js';
import { UNNAMED_CNMARC } from './holdings-profiles.js';

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
    const pieces = item.ranges ? text.split(/[\s,，;；、|]+/u) : [text];
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
