/** One MARC record as read from a file: text already decoded to NFC, nothing interpreted yet. */
export type MarcRecord = {
  readonly leader: string;
  readonly fields: readonly MarcField[];
};

export type MarcField =
  | { readonly tag: string; readonly value: string }
  | {
      readonly tag: string;
      readonly indicators: string;
      readonly subfields: readonly MarcSubfield[];
    };

export type MarcSubfield = { readonly code: string; readonly value: string };

/** Where in a file a record stands: its number from 1 and the offset of its first byte (or character, in XML). */
export type RecordPlace = {
  readonly record: number;
  readonly offset: number;
  /** Of a workbook with several. */
  readonly sheet?: string;
};

/** UNIMARC and CNMARC share one field map; MARC21 has the other. */
export type MarcDialect = 'unimarc' | 'marc21';

/** What is odd about a record that could nevertheless be read; `field` is the tag or column where it stands. */
export type ReadingNote = { readonly code: string; readonly field?: string; readonly detail?: string };

export type MarcReading =
  | {
      readonly is: 'record';
      readonly place: RecordPlace;
      readonly record: MarcRecord;
      readonly notes: readonly ReadingNote[];
      /** The bytes it was read from, where letters of it were lost: only they tell it from another such record. */
      readonly bytes?: Uint8Array;
    }
  | { readonly is: 'damaged'; readonly place: RecordPlace; readonly code: string; readonly detail?: string };

export type DataField = Extract<MarcField, { readonly subfields: readonly MarcSubfield[] }>;

const isDataField = (field: MarcField): field is DataField => 'subfields' in field;

/** All data fields with this tag, in the order of the record. */
export const fieldsOf = (record: MarcRecord, ...tags: readonly string[]): DataField[] =>
  record.fields.filter((field): field is DataField => isDataField(field) && tags.includes(field.tag));

/** The first control field (00x) with this tag, trimmed; null where it is absent or blank. */
export const controlValue = (record: MarcRecord, tag: string): string | null => {
  const field = record.fields.find((each) => each.tag === tag);
  if (field === undefined) return null;
  const value = isDataField(field) ? (field.subfields[0]?.value ?? '') : field.value;
  return trimmed(value);
};

/** A control field with its blanks, whose places count. */
export const rawControl = (record: MarcRecord, tag: string): string => {
  const field = record.fields.find((each) => each.tag === tag);
  return field !== undefined && !isDataField(field) ? field.value : '';
};

/** The non-empty values of the given subfields of one field, trimmed, in the order of the field. */
export const valuesIn = (field: DataField, ...codes: readonly string[]): string[] =>
  field.subfields
    .filter((each) => codes.includes(each.code))
    .map((each) => trimmed(each.value))
    .filter((value) => value !== null);

/** The first non-empty value of the given subfields of one field. */
export const valueIn = (field: DataField, ...codes: readonly string[]): string | null =>
  valuesIn(field, ...codes)[0] ?? null;

/** The first non-empty value of a tag's subfield over the whole record. */
export const firstValue = (record: MarcRecord, tag: string, ...codes: readonly string[]): string | null => {
  for (const field of fieldsOf(record, tag)) {
    const value = valueIn(field, ...codes);
    if (value !== null) return value;
  }
  return null;
};

/** All non-empty values of a tag's subfields over the whole record. */
export const allValues = (record: MarcRecord, tag: string, ...codes: readonly string[]): string[] =>
  fieldsOf(record, tag).flatMap((field) => valuesIn(field, ...codes));

/** Which field map fits, told by the tags a record has (title in 200 or in 245); null where neither is there. */
export const dialectOfTags = (tags: readonly string[]): MarcDialect | null => {
  const unimarc = tags.includes('200');
  const marc21 = tags.includes('245');
  if (unimarc === marc21) return unimarc && tags.includes('801') ? 'unimarc' : marc21 ? 'marc21' : null;
  return unimarc ? 'unimarc' : 'marc21';
};

/** Longer than anything the catalogue keeps: what is cut here is still told to be too long. */
const LONGEST_VALUE = 12_000;

/** Trims plain and ideographic spaces, takes control signs out, collapses inner runs, and says null for nothing. */
export const trimmed = (text: string): string | null => {
  const value = text
    .slice(0, LONGEST_VALUE)
    .toWellFormed()
    .replace(/[\s\u3000\p{Cc}]+/gu, ' ')
    .trim();
  return value === '' ? null : value;
};
