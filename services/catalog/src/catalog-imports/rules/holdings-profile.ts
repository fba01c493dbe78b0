import { barcodesOf, plainCode } from './dirty-values.js';
import { UNNAMED_CNMARC, UNNAMED_MARC21 } from './holdings-profiles.js';
import type { ImportedCopy } from './imported-title.js';
import { gravestOf, stateByFlag, stateInWords } from './item-state.js';
import { groupsIn, type Group } from './item-groups.js';
import { fieldsOf, type MarcDialect, type MarcRecord, type ReadingNote } from './marc-record.js';
import { priceInFen } from './price.js';
import { NO_SHELVING, shelvingIn, shelvingOf, type Shelving } from './shelving.js';
import { yearOf } from './year.js';

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
  /** `class/number` in one subfield, or the subfields that make it up. */
  readonly callNumber?: readonly string[];
  /** Names the scheme of the call number: `lcc`, `ddc`, `clc`. */
  readonly scheme?: string;
  readonly copies?: string;
  readonly price?: string;
  readonly formerNumber?: string;
  readonly volume?: string;
  /** What says that a copy is not to be lent, each subfield in its own way. */
  readonly states?: readonly ItemStateSource[];
};

export type ItemStateSource =
  /** These values mean something, all others nothing. */
  | { readonly code: string; readonly values: Readonly<Record<string, ImportedCopy['use']>> }
  /** Anything but nothing and zero means it. */
  | {
      readonly code: string;
      readonly flag: ImportedCopy['use'];
      readonly except?: Readonly<Record<string, ImportedCopy['use']>>;
    }
  /** Words of a note: those we know mean something, all others nothing. */
  | { readonly code: string; readonly words: true };

export type ReadCopies = { readonly copies: readonly ImportedCopy[]; readonly notes: readonly ReadingNote[] };

/** The copies a record lists, in its order; `profile` null reads by the usual fields of the dialect. */
export const copiesIn = (
  record: MarcRecord,
  dialect: MarcDialect,
  profile: HoldingsProfile | null,
): ReadCopies => {
  const read = (items: readonly ItemField[]): ReadCopies => {
    const found = items.flatMap((item) =>
      fieldsOf(record, item.tag).flatMap((field) =>
        groupsIn(field, item).map((group) => copiesOfGroup(group, item, shelving)),
      ),
    );
    return { copies: found.flatMap(({ copies }) => copies), notes: found.flatMap(({ notes }) => notes) };
  };
  const shelving = shelvingIn(record, dialect);
  const unnamed = dialect === 'unimarc' ? UNNAMED_CNMARC : UNNAMED_MARC21;
  // Without a profile CNMARC keeps its copies in the first of the usual fields that names any: 905 may hold the call number alone.
  const tries =
    profile !== null ? [profile.items] : dialect === 'unimarc' ? unnamed.map((item) => [item]) : [];
  const readings = tries.map(read);
  const { copies, notes: found } =
    readings.find((each) => each.copies.length > 0) ??
    readings.find((each) => each.notes.length > 0) ??
    NOTHING;
  const notes = [...found];
  const elsewhere = copies.length > 0 ? undefined : unnamed.find((item) => read([item]).copies.length > 0);
  if (elsewhere !== undefined) notes.push({ code: 'copy.field-not-read', detail: elsewhere.tag });
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

const NOTHING: ReadCopies = { copies: [], notes: [] };

const copiesOfGroup = (group: Group, item: ItemField, ofRecord: Shelving | 'several'): ReadCopies => {
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
  if (price.is === 'unreadable')
    notes.push({ code: `price.${price.why}`, field: item.tag, detail: value(item.price) ?? '' });
  const own = shelvingOf({
    clc: value(item.clc),
    bookNumber: value(item.bookNumber),
    callNumber:
      item.callNumber
        ?.map(value)
        .filter((part) => part !== null)
        .join(' ') ?? '',
  });
  // A field without any word on shelving has it from another field of the record, where that says one thing only.
  const shelving = own ?? (ofRecord === 'several' ? NO_SHELVING : ofRecord);
  if (own === null && ofRecord === 'several' && barcodes.length > 0)
    notes.push({ code: 'copy.call-number-ambiguous' });
  const location = (item.location ?? []).map(value).filter((part) => part !== null);
  const states = (item.states ?? []).map((source) => stateFrom(source, value(source.code)));
  const copy = (barcode: string | null): ImportedCopy => ({
    barcode,
    formerNumber: item.formerNumber === item.barcode ? barcode : value(item.formerNumber),
    location: location.length === 0 ? null : [...new Set(location)].join(' '),
    ...shelving,
    isOtherScheme: /^(?:lcc?|ddc|dewey|udc|sudoc|nlm|casl)/i.test(value(item.scheme) ?? ''),
    priceFen: price.is === 'price' ? price.fen : null,
    volume: value(item.volume),
    use: gravestOf(states),
  });
  const said = countOf(value(item.copies));
  if (barcodes.length === 0 && said !== null && !group.some(({ code }) => code === item.barcode))
    return { copies: Array.from({ length: said }, () => copy(null)), notes };
  if (said !== null && said !== barcodes.length && barcodes.length > 0)
    notes.push({ code: 'copy.count-differs', detail: `${String(said)} ≠ ${String(barcodes.length)}` });
  return { copies: barcodes.map(copy), notes };
};

const stateFrom = (source: ItemStateSource, text: string | null): ImportedCopy['use'] | null => {
  if ('values' in source) return source.values[text?.toUpperCase() ?? ''] ?? null;
  if ('flag' in source) return source.except?.[text ?? ''] ?? stateByFlag(text, source.flag);
  const state = stateInWords(text);
  return state === 'unknown' ? null : state;
};

/** A number of copies between 1 and 500; a year or a price in its place is not one. */
const countOf = (text: string | null): number | null => {
  const digits = /^(\d{1,3})(?:册|本)?$/u.exec(text?.normalize('NFKC') ?? '');
  const count = digits === null ? 0 : Number(digits[1]);
  return count >= 1 && count <= 500 && yearOf(text) === null ? count : null;
};
