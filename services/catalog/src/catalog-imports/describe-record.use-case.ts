import { createHash } from 'node:crypto';
import { withoutCopies } from '../catalog-exports/rules/holdings-fields.js';
import type { TitleDescription } from '../titles/rules/title.js';
import { contentOfRecord, LONGEST_KEPT, textOfRecord } from '../title-records/rules/kept-record.js';
import { longestText } from '../titles/rules/title-limits.js';
import { fingerprintHashOf, titleKeyHashOf } from '../titles/title-finding.use-case.js';
import { describedCopy, descriptionOf, type DescribedCopy } from './described-title.use-case.js';
import type { ImportedCopy, ImportedTitle } from './rules/imported-title.js';
import { titleFromList } from './rules/from-title-list.js';
import { titleFromMarc21 } from './rules/from-marc21.js';
import { titleFromUnimarc } from './rules/from-unimarc.js';
import { copiesIn, type HoldingsProfile } from './rules/holdings-profile.js';
import {
  dialectOfTags,
  type MarcDialect,
  type MarcReading,
  type MarcRecord,
  type ReadingNote,
  type RecordPlace,
} from './rules/marc-record.js';
import { hasLostLetters } from './rules/lost-letters.js';
import type { ListReading } from './title-list.format.js';

/** A record of the file in the catalogue's words, ready to be matched; or the reason why it is no title. */
export type DescribedRecord =
  | {
      readonly is: 'title';
      readonly place: RecordPlace;
      readonly description: TitleDescription;
      readonly source: { readonly agency: string; readonly number: string };
      /** Whether letters it would be known by were lost: then only the very same bytes are the same record. */
      readonly hasLost: boolean;
      /** Of a record with lost letters that came so: we may have handed it out, and know it by what can be read. */
      readonly lostBefore: string | null;
      readonly contentHash: string;
      /** Signs of its description. */
      readonly size: number;
      readonly fingerprint: string;
      readonly titleKey: string;
      readonly copies: readonly DescribedCopy[];
      readonly notes: readonly ReadingNote[];
      /** The record as it was, to be kept; null for a row of a list, and for one that is too long. */
      readonly original: {
        readonly dialect: MarcDialect;
        readonly text: string;
        readonly hash: string;
      } | null;
    }
  | {
      readonly is: 'rejected';
      readonly place: RecordPlace;
      readonly code: string;
      readonly detail?: string;
    }
  /** Something about the file as a whole; no record. */
  | { readonly is: 'noted'; readonly place: RecordPlace; readonly notes: readonly ReadingNote[] };

export type ImportOptions = {
  readonly dialect: MarcDialect | null;
  readonly profile: HoldingsProfile | null;
  /** Stands for the agency where a record names none: control numbers of a small system are its own. */
  readonly schoolId: string;
};

/** Reads a MARC record into a description and copies, as pure as its rules: the same bytes always give the same. */
export const describedRecord = (reading: MarcReading, options: ImportOptions): DescribedRecord => {
  if (reading.is === 'damaged')
    return {
      is: 'rejected',
      place: reading.place,
      code: reading.code,
      ...(reading.detail === undefined ? {} : { detail: reading.detail }),
    };
  const { record, place } = reading;
  const dialect = dialectFor(record, options.dialect);
  const imported = dialect === 'unimarc' ? titleFromUnimarc(record) : titleFromMarc21(record);
  if ('refused' in imported) return { is: 'rejected', place, code: imported.refused };
  // A profile says where one dialect keeps its copies; a record of the other dialect has none for it.
  const isOther = options.profile !== null && options.profile.dialect !== dialect;
  const read = isOther ? { copies: [], notes: [] } : copiesIn(record, dialect, options.profile);
  const original = originalOf(reading, dialect);
  const notes = [...reading.notes, ...imported.notes, ...read.notes];
  return described(
    place,
    imported,
    read.copies,
    original === null ? [...notes, { code: 'record.not-kept' }] : notes,
    options,
    {
      ordinal: '',
      written: () => reading.bytes ?? JSON.stringify(record),
      original,
      isLostHere: reading.bytes !== undefined && !saysThatItIsLost(reading.bytes),
    },
  );
};

/** U+FFFD itself, in UTF-8 and in GB18030: the letter was lost before the file was written. */
const LOST = [Buffer.from([0xef, 0xbf, 0xbd]), Buffer.from([0x84, 0x31, 0xa4, 0x37])];
const saysThatItIsLost = (bytes: Uint8Array): boolean =>
  LOST.some((sign) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(sign));

/** Where its copies stood is no part of what tells it from another: the catalogue knows them, and files differ in it. */
const originalOf = (
  { record }: Extract<MarcReading, { readonly is: 'record' }>,
  dialect: MarcDialect,
): Extract<DescribedRecord, { readonly is: 'title' }>['original'] => {
  const text = textOfRecord(record);
  return text.length > LONGEST_KEPT
    ? null
    : { dialect, text, hash: hashOf(contentOfRecord(withoutCopies(record, dialect), dialect)) };
};

/** Reads a row of a title list; it has no source, so its copies are known again by barcode, old number or line. */
export const describedRow = (
  reading: ListReading,
  options: Pick<ImportOptions, 'schoolId'>,
): DescribedRecord => {
  const { place } = reading;
  if (reading.is === 'damaged') return { is: 'rejected', place, code: reading.code };
  if (reading.is === 'sheet-unread') return { is: 'noted', place, notes: [{ code: reading.code }] };
  if (reading.is === 'header')
    return {
      is: 'noted',
      place,
      notes: reading.unread.map((name) => ({ code: 'list.column-unread', detail: name })),
    };
  const listed = titleFromList(reading.cells);
  if ('refused' in listed) {
    const lost = reading.notes.find(({ code, field }) => field === 'title' || code.startsWith('text.'))?.code;
    const why = listed.refused === 'copy.withdrawn-in-file' ? reading.cells.get('barcode') : lost;
    return { is: 'rejected', place, code: listed.refused, ...(why === undefined ? {} : { detail: why }) };
  }
  // A barcode that cannot be read must not become one of our own making on another label.
  const isUnreadable = reading.notes.some(
    ({ code, field }) => field === 'barcode' && code.startsWith('cell.'),
  );
  return described(
    place,
    listed.title,
    isUnreadable ? [] : listed.copies,
    [...reading.notes, ...listed.notes],
    options,
    {
      ordinal: `L${reading.sheetNumber > 1 ? `${String(reading.sheetNumber)}:` : ''}${String(place.offset)}.`,
      written: () => reading.written,
      original: null,
      isLostHere: true,
    },
  );
};

/** What the tags say; the wish of the caller where they say both or nothing. */
const dialectFor = (record: MarcRecord, wished: MarcDialect | null): MarcDialect => {
  const tags = record.fields.map((field) => field.tag);
  const told = dialectOfTags(tags);
  const isAmbiguous = tags.includes('200') && tags.includes('245');
  return (isAmbiguous ? (wished ?? told) : (told ?? wished)) ?? 'unimarc';
};

const described = (
  place: RecordPlace,
  imported: ImportedTitle,
  found: readonly ImportedCopy[],
  readingNotes: readonly ReadingNote[],
  { schoolId }: Pick<ImportOptions, 'schoolId'>,
  {
    ordinal,
    written,
    original,
    isLostHere,
  }: {
    readonly ordinal: string;
    readonly written: () => string | Uint8Array;
    readonly original: Extract<DescribedRecord, { readonly is: 'title' }>['original'];
    readonly isLostHere: boolean;
  },
): DescribedRecord => {
  if (imported.title.length > longestText.title)
    return { is: 'rejected', place, code: 'record.title-too-long' };
  const notes = [...readingNotes];
  const description = descriptionOf(imported, notes);
  const content = JSON.stringify(description);
  const contentHash = contentHashOf(description);
  const hasLost = hasLostLetters(description);
  if (hasLost && !notes.some(({ code }) => code === 'text.unreadable-characters'))
    notes.push({ code: 'text.unreadable-characters', field: 'title' });
  const source = hasLost
    ? { agency: KNOWN_BY_BYTES, number: hashOf(written()) }
    : sourceOf(imported, contentHash, schoolId);
  const fingerprint = fingerprintHashOf(description);
  const isOwn = imported.source === null;
  const recordMark = hashOf(isOwn && !hasLost ? fingerprint : `${source.agency}|${source.number}`).slice(
    0,
    24,
  );
  const copies = found.flatMap((copy, at) => {
    const mark =
      copy.barcode ??
      (isOwn && copy.formerNumber !== null ? `f:${copy.formerNumber}` : `${ordinal}${String(at)}`);
    return describedCopy(copy, `${recordMark}#${mark.slice(0, 100)}`, imported, description, notes);
  });
  return {
    is: 'title',
    place,
    description,
    source,
    hasLost,
    lostBefore: hasLost && !isLostHere ? (original?.hash ?? null) : null,
    contentHash,
    size: content.length,
    fingerprint,
    titleKey: titleKeyHashOf(description),
    copies,
    original,
    notes:
      notes.length <= MOST_NOTES
        ? notes
        : [
            ...notes.slice(0, MOST_NOTES),
            { code: 'record.more-notes', detail: String(notes.length - MOST_NOTES) },
          ],
  };
};

/** Notes of one record; more of them tell nobody more. */
const MOST_NOTES = 50;

/** In place of the agency of a record whose letters were lost: its number is a hash of its bytes. */
export const KNOWN_BY_BYTES = 'bytes';

/** Where a school's own lists and records without a number come from: the same words are the same record there. */
export const ownAgencyOf = (schoolId: string): string => `words of school:${schoolId}`;

const sourceOf = (
  { source }: ImportedTitle,
  contentHash: string,
  schoolId: string,
): { agency: string; number: string } =>
  source === null
    ? { agency: ownAgencyOf(schoolId), number: contentHash }
    : { agency: (source.agency ?? `school:${schoolId}`).slice(0, 100), number: source.number.slice(0, 200) };

/** Tells whether a description is the same that was taken before. */
export const contentHashOf = (description: TitleDescription): string => hashOf(JSON.stringify(description));

const hashOf = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 40);
