import type { TitleDescription } from '../../titles/rules/title.js';
import type {
  DataField,
  MarcDialect,
  MarcField,
  MarcRecord,
} from '../../catalog-imports/rules/marc-record.js';
import { placesIn, type DescribedField, type FieldPlace } from './field-places.js';
import { withFixed } from './fixed-places.js';
import { recordOfTitle } from './made-record.js';

export type ReadsRecord = (record: MarcRecord) => TitleDescription | null;

/**
 * A record as it was received, with those fields put over it that somebody wrote since; all others are as they were, those
 * that nobody understands, too. What a field could not be made to say is told: the record then says what it said.
 * @param read what a record says, by the rules of its dialect
 */
export const withEdits = (
  record: MarcRecord,
  title: { readonly id: string; readonly description: TitleDescription },
  edited: ReadonlySet<string>,
  dialect: MarcDialect,
  read: ReadsRecord,
): { readonly record: MarcRecord; readonly notCarried: readonly DescribedField[] } => {
  const made = recordOfTitle(title, dialect);
  const notCarried: DescribedField[] = [];
  let present = record;
  for (const name of Object.keys(placesIn(dialect)) as DescribedField[]) {
    if (!edited.has(name) || says(read(present), name, title.description)) continue;
    const place = placesIn(dialect)[name];
    const carried = [lightly, wholly]
      .map((put) => put(present, made, place, title.description, name, read))
      .map((tried) => withFixed(tried, name, title.description, dialect))
      .find((tried) => says(read(tried), name, title.description));
    if (carried === undefined) notCarried.push(name);
    else present = carried;
  }
  if (edited.has('notes')) present = withNotes(present, made, dialect);
  // A class that is emptied lets another one of the record come first: what became of such a neighbour is told, too.
  const [before, after] = present === record ? [null, null] : [read(record), read(present)];
  for (const name of Object.keys(placesIn(dialect)) as DescribedField[])
    if (!edited.has(name) && !same(before?.[name], after?.[name])) notCarried.push(name);
  return { record: present, notCarried };
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const says = (read: TitleDescription | null, name: DescribedField, wanted: TitleDescription): boolean =>
  read !== null && same(read[name], wanted[name]);

/** Notes of the catalogue beside those that came with the record. */
const withNotes = (record: MarcRecord, made: MarcRecord, dialect: MarcDialect): MarcRecord => {
  const tags = [dialect === 'unimarc' ? '300' : '500'];
  const textOf = (field: MarcField): string => (isData(field) ? (field.subfields[0]?.value ?? '') : '');
  const known = new Set(ofTags(record, tags).fields.map(textOf));
  return inOrder(
    record,
    ofTags(made, tags).fields.filter((field) => !known.has(textOf(field))),
  );
};

type Put = (
  record: MarcRecord,
  made: MarcRecord,
  place: FieldPlace,
  wanted: TitleDescription,
  name: DescribedField,
  read: ReadsRecord,
) => MarcRecord;

/** Touches as little as can be: the subfields where it stands, and of a list the entries that are not in it any more. */
const lightly: Put = (record, made, place, wanted, name, read) => {
  switch (place.is) {
    case 'leader':
      return withLeader(record, made, place.at);
    case 'part':
      return withParts(record, made, place, false);
    case 'list':
      return withEntries(record, made, place, wanted, name, read);
  }
};

/** Where that does not do, everything goes that may say it, a second writing of it, too, and ours comes in its place. */
const wholly: Put = (record, made, place) => {
  const tags = place.tags;
  const unlinked = without(record, (field) => field.tag === '880' && tags.some((tag) => links(field, tag)));
  switch (place.is) {
    case 'leader':
      return without(withLeader(unlinked, made, place.at), ({ tag }) => tags.includes(tag));
    case 'part':
      return place.besideOthers === true
        ? inOrder(
            without(unlinked, ({ tag }) => tags.includes(tag)),
            ofTags(made, tags).fields,
          )
        : withParts(unlinked, made, place, true);
    case 'list':
      return inOrder(
        stripped(unlinked, tags, place.codes),
        ofTags(made, tags)
          .fields.map((field) => onlyCodes(field, place.codes))
          .filter((field) => !isData(field) || field.subfields.length > 0),
      );
  }
};

const links = (field: MarcField, tag: string): boolean =>
  'subfields' in field && field.subfields.some(({ code, value }) => code === '6' && value.startsWith(tag));

const withLeader = (record: MarcRecord, made: MarcRecord, at: number): MarcRecord => ({
  ...record,
  leader:
    record.leader.padEnd(24).slice(0, at) + (made.leader[at] ?? ' ') + record.leader.padEnd(24).slice(at + 1),
});

const without = (record: MarcRecord, isOut: (field: MarcField) => boolean): MarcRecord => ({
  ...record,
  fields: record.fields.filter((field) => !isOut(field)),
});

const ofTags = (record: MarcRecord, tags: readonly string[]): MarcRecord => ({
  ...record,
  fields: record.fields.filter(({ tag }) => tags.includes(tag)),
});

const isData = (field: MarcField): field is DataField => 'subfields' in field;

const onlyCodes = (field: MarcField, codes: string | undefined): MarcField =>
  isData(field) && codes !== undefined
    ? { ...field, subfields: field.subfields.filter(({ code }) => codes.includes(code)) }
    : field;

/** Without the subfields, or, where none are named, the fields; a field that nothing is left of goes. */
const stripped = (record: MarcRecord, tags: readonly string[], codes: string | undefined): MarcRecord => ({
  ...record,
  fields: record.fields.flatMap((field) => {
    if (!tags.includes(field.tag) || !isData(field)) return [field];
    if (codes === undefined) return [];
    const subfields = field.subfields.filter(({ code }) => !codes.includes(code));
    return subfields.length === 0 ? [] : [{ ...field, subfields }];
  }),
});

/** Ours at the place where the first of the old ones stood, or at the end of the field. */
const withParts = (
  record: MarcRecord,
  made: MarcRecord,
  { tags, codes, onlyFirst, scheme }: Extract<FieldPlace, { is: 'part' }>,
  isWhole: boolean,
): MarcRecord => {
  const isOf = (field: MarcField): field is DataField =>
    tags.includes(field.tag) &&
    isData(field) &&
    (scheme === undefined || field.subfields.some(({ code, value }) => code === '2' && scheme.test(value)));
  const source = made.fields.find(isOf);
  const parts = source?.subfields.filter(({ code }) => codes.includes(code)) ?? [];
  const holds = (field: MarcField): field is DataField =>
    isOf(field) && field.subfields.some(({ code }) => codes.includes(code));
  const target = record.fields.find(holds) ?? record.fields.find(isOf);
  if (target === undefined)
    return source === undefined || parts.length === 0
      ? record
      : inOrder(record, [scheme === undefined ? { ...source, subfields: parts } : source]);
  const fields = record.fields.flatMap((field): MarcField[] => {
    if (field !== target)
      return isWhole && holds(field)
        ? stripped({ leader: '', fields: [field] }, tags, codes).fields.slice()
        : [field];
    const found = target.subfields.findIndex(({ code }) => codes.includes(code));
    const at = found < 0 ? target.subfields.length : found;
    const isIn = ({ code }: { readonly code: string }, index: number): boolean =>
      codes.includes(code) && (onlyFirst !== true || isWhole || index === at);
    const kept = target.subfields.map((subfield, index) => (isIn(subfield, index) ? null : subfield));
    const subfields = [...kept.slice(0, at), ...parts, ...kept.slice(at)].filter((each) => each !== null);
    return subfields.length === 0 ? [] : [{ ...target, subfields }];
  });
  return { ...record, fields };
};

/** The fields that say entries of the list stay, in the order of the list; what none of them says is added. */
const withEntries: (...input: Parameters<Put>) => MarcRecord = (record, made, place, wanted, name, read) => {
  if (place.is !== 'list') return record;
  const entries = wanted[name] as readonly string[];
  const frame = record.fields.filter(({ tag }) => !place.tags.includes(tag));
  const alone = (fields: readonly MarcField[]): readonly string[] =>
    (read({ ...record, fields: [...frame, ...fields] })?.[name] ?? []) as readonly string[];
  const silent = alone([]);
  const saidBy = (field: MarcField): string[] => alone([field]).filter((entry) => !silent.includes(entry));
  const kept = new Map<string, MarcField>();
  const untouched: MarcField[] = [];
  for (const field of record.fields.filter(({ tag }) => place.tags.includes(tag))) {
    const said = saidBy(field);
    const isOfList = said.length > 0 && said.every((entry) => entries.includes(entry));
    if (said.length === 0) untouched.push(field);
    else if (isOfList && !said.some((entry) => kept.has(entry)))
      for (const entry of said) kept.set(entry, field);
    else if (!isOfList && place.codes !== undefined)
      untouched.push(...stripped({ leader: '', fields: [field] }, place.tags, place.codes).fields);
  }
  const ours = ofTags(made, place.tags).fields.map((field) => onlyCodes(field, place.codes));
  const written = entries.flatMap((entry): MarcField[] => {
    const field = kept.get(entry) ?? ours.find((each) => saidBy(each).includes(entry));
    return field === undefined ? [] : [field];
  });
  return inOrder({ ...record, fields: frame }, [...new Set([...untouched, ...written])]);
};

/** Fields put in before the first that has a greater tag: among their own tags behind those that are there. */
const inOrder = (record: MarcRecord, added: readonly MarcField[]): MarcRecord => {
  const fields = [...record.fields];
  for (const field of added) {
    const at = fields.findIndex(({ tag }) => tag > field.tag);
    fields.splice(at < 0 ? fields.length : at, 0, field);
  }
  return { ...record, fields };
};
