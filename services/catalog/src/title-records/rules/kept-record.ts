import type { MarcDialect, MarcField, MarcRecord } from '../../catalog-imports/rules/marc-record.js';

/** A record as a file had it, decoded. */
export type OriginalRecord = {
  readonly dialect: MarcDialect;
  readonly record: MarcRecord;
};

/** Signs of the longest record that is kept: ten times what ISO 2709 can express. */
export const LONGEST_KEPT = 1_000_000;

type Written = {
  readonly l: string;
  /** A control field is its tag and value; a data field its tag, indicators, and codes and values by turns. */
  readonly f: readonly (readonly [string, string] | readonly [string, string, readonly string[]])[];
};

/** A record as one text, the shorter the better. */
export const textOfRecord = (record: MarcRecord): string => {
  const written: Written = {
    l: record.leader,
    f: record.fields.map((field) =>
      'value' in field
        ? [field.tag, field.value]
        : [field.tag, field.indicators, field.subfields.flatMap(({ code, value }) => [code, value])],
    ),
  };
  return JSON.stringify(written);
};

export const recordOfText = (text: string): MarcRecord => {
  const { l, f } = JSON.parse(text) as Written;
  return { leader: l, fields: f.map(fieldOf) };
};

const fieldOf = ([tag, first, parts]: Written['f'][number]): MarcField =>
  parts === undefined
    ? { tag, value: first }
    : {
        tag,
        indicators: first,
        subfields: Array.from({ length: parts.length / 2 }, (_, at) => ({
          code: parts[2 * at] ?? '',
          value: parts[2 * at + 1] ?? '',
        })),
      };

/** Where ISO 2709 counts and names its own coding: written anew for each file, and so no part of what a record says. */
const withoutFrame = (record: MarcRecord, dialect: MarcDialect): MarcRecord => ({
  leader: [...record.leader.padEnd(24)]
    .map((sign, at) => (at < 5 || (at >= 12 && at < 17) || (dialect === 'marc21' && at === 9) ? ' ' : sign))
    .join(''),
  fields:
    dialect === 'marc21'
      ? record.fields
      : record.fields.map((field) => (field.tag === '100' ? withCharacterSets(field, '    ') : field)),
});

/** Field 100 of CNMARC with these sets in its places 26 to 29; one that is too short to name any stays as it is. */
export const withCharacterSets = (field: MarcField, sets: string): MarcField =>
  'value' in field
    ? field
    : {
        ...field,
        subfields: field.subfields.map(({ code, value }) => ({
          code,
          value:
            code === 'a' && value.length >= 30 ? `${value.slice(0, 26)}${sets}${value.slice(30)}` : value,
        })),
      };

/** What tells whether two records say the same, field by field. */
export const contentOfRecord = (record: MarcRecord, dialect: MarcDialect): string =>
  textOfRecord(withoutFrame(record, dialect));

export const isSameRecord = (one: MarcRecord, other: MarcRecord, dialect: MarcDialect): boolean =>
  contentOfRecord(one, dialect) === contentOfRecord(other, dialect);
