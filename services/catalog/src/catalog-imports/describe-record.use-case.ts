import { createHash } from 'node:crypto';
import { readClc } from '../classification/rules/clc-notation.js';
import { isBarcode, plainBarcode } from '../accession/rules/copy-numbers.js';
import type { CopyKind } from '../accession/rules/copy.js';
import type { StockState } from '../accession/rules/copy-state.js';
import type { TitleDescription } from '../titles/rules/title.js';
import { fingerprintHashOf, sortedIsbns, titleKeyHashOf } from '../titles/title-finding.use-case.js';
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
import type { ListReading } from './title-list.format.js';

/** A record of the file in the catalogue's words, ready to be matched; or the reason why it is no title. */
export type DescribedRecord =
  | {
      readonly is: 'title';
      readonly place: RecordPlace;
      readonly description: TitleDescription;
      readonly source: { readonly agency: string; readonly number: string } | null;
      readonly contentHash: string;
      readonly fingerprint: string;
      readonly titleKey: string;
      readonly copies: readonly DescribedCopy[];
      readonly notes: readonly ReadingNote[];
    }
  | {
      readonly is: 'rejected';
      readonly place: RecordPlace;
      readonly code: string;
      readonly detail?: string;
    };

export type DescribedCopy = {
  readonly barcode: string | null;
  readonly foundAs: string;
  readonly clc: string | null;
  readonly bookNumber: string | null;
  readonly kind: CopyKind;
  readonly volume: string | null;
  readonly location: string | null;
  readonly priceFen: number | null;
  readonly stockState: StockState | null;
  readonly formerNumber: string | null;
};

export type RecordHabits = {
  readonly dialect: MarcDialect | null;
  readonly profile: HoldingsProfile | null;
  /** Stands for the agency where a record names none: control numbers of a small system are its own. */
  readonly schoolId: string;
};

/** Notes worth a line in the list of problems; the others (a foreign price, say) stay with the record. */
const WORTH_TELLING = /^(?:text\.(?:unreadable|character-set)|record\.|copy\.|clc\.invalid|isbn\.invalid)/;

/** Reads a MARC record into a description and copies, as pure as its rules: the same bytes always give the same. */
export const describedRecord = (reading: MarcReading, habits: RecordHabits): DescribedRecord => {
  if (reading.is === 'damaged')
    return {
      is: 'rejected',
      place: reading.place,
      code: reading.code,
      ...(reading.detail === undefined ? {} : { detail: reading.detail }),
    };
  const { record, place } = reading;
  const dialect = dialectFor(record, habits.dialect);
  const imported = dialect === 'unimarc' ? titleFromUnimarc(record) : titleFromMarc21(record);
  if ('refused' in imported) return { is: 'rejected', place, code: imported.refused };
  // A profile says where one dialect keeps its copies; a record of the other dialect has none for it.
  const isOther = habits.profile !== null && habits.profile.dialect !== dialect;
  const read = isOther ? { copies: [], notes: [] } : copiesIn(record, dialect, habits.profile);
  return described(
    place,
    imported,
    read.copies,
    [...reading.notes, ...imported.notes, ...read.notes],
    habits,
  );
};

/** Reads a row of a title list; it has no source, so its copies are known again by barcode, old number or line. */
export const describedRow = (
  reading: ListReading,
  habits: Pick<RecordHabits, 'schoolId'>,
): DescribedRecord => {
  if (reading.is === 'damaged') return { is: 'rejected', place: reading.place, code: reading.code };
  const listed = titleFromList(reading.cells);
  if ('refused' in listed) return { is: 'rejected', place: reading.place, code: listed.refused };
  return described(
    reading.place,
    listed.title,
    listed.copies,
    listed.notes,
    habits,
    `L${String(reading.place.offset)}.`,
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
  { schoolId }: Pick<RecordHabits, 'schoolId'>,
  ordinal = '',
): DescribedRecord => {
  const notes = [...readingNotes];
  const description = descriptionOf(imported, notes);
  const source =
    imported.source === null
      ? null
      : {
          agency: (imported.source.agency ?? `school:${schoolId}`).slice(0, 100),
          number: imported.source.number.slice(0, 200),
        };
  const fingerprint = fingerprintHashOf(description);
  const recordMark = hashOf(source === null ? fingerprint : `${source.agency}|${source.number}`).slice(0, 24);
  const copies = found.flatMap((copy, at) => {
    const mark =
      copy.barcode ??
      (source === null && copy.formerNumber !== null ? `f:${copy.formerNumber}` : `${ordinal}${String(at)}`);
    return describedCopy(copy, `${recordMark}#${mark.slice(0, 100)}`, imported, description, notes);
  });
  return {
    is: 'title',
    place,
    description,
    source,
    contentHash: hashOf(JSON.stringify(description)),
    fingerprint,
    titleKey: titleKeyHashOf(description),
    copies,
    notes: notes.filter(({ code }) => WORTH_TELLING.test(code)),
  };
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);

/** Longer texts are somebody's slip; the catalogue keeps their beginning. */
const clipped = <T extends string | null>(text: T, most = 1_000): T =>
  text === null ? text : (text.slice(0, most) as T);
const clippedList = (texts: readonly string[], most = 100): string[] =>
  texts.slice(0, most).map((text) => clipped(text));

const descriptionOf = (imported: ImportedTitle, notes: ReadingNote[]): TitleDescription => {
  const { isbns, invalid } = sortedIsbns(imported.isbns);
  for (const text of invalid) notes.push({ code: 'isbn.invalid', detail: text });
  let clc: string | null = null;
  const otherClasses: string[] = [];
  for (const { scheme, notation } of imported.classes) {
    const read = scheme === 'clc' ? readClc(notation) : null;
    if (read?.is === 'invalid') notes.push({ code: 'clc.invalid', detail: notation.slice(0, 60) });
    if (read?.is === 'valid' && clc === null) clc = read.notation;
    else otherClasses.push(`${scheme}:${read?.is === 'valid' ? read.notation : notation}`);
  }
  return {
    title: clipped(imported.title),
    subtitle: clipped(imported.subtitle),
    partNumber: clipped(imported.partNumber, 200),
    partTitle: clipped(imported.partTitle, 500),
    otherTitles: clippedList(imported.otherTitles, 50),
    statement: clipped(imported.statement),
    contributors: clippedList(imported.contributors.map(({ name }) => name)),
    edition: clipped(imported.edition, 200),
    isbns: isbns.slice(0, 50),
    otherNumbers: clippedList(
      [
        ...imported.issns,
        ...(imported.unifiedBookNumber === null ? [] : [imported.unifiedBookNumber]),
        ...invalid,
      ],
      50,
    ),
    publisher: clipped(imported.publisher, 500),
    publishedIn: clipped(imported.publishedIn, 300),
    publishedYear: imported.publishedYear,
    languages: clippedList(imported.languages, 20),
    extent: clipped(imported.extent, 300),
    series: clippedList(imported.series, 30),
    subjects: clippedList(imported.subjects),
    clc: clipped(clc, 100),
    otherClasses: clippedList(otherClasses, 20),
    summary: clipped(imported.summary, 10_000),
    audience: clipped(imported.audience, 300),
    binding: clipped(imported.binding, 100),
    priceFen: imported.priceFen,
    level: imported.level,
    carrier: imported.carrier,
  };
};

const describedCopy = (
  copy: ImportedCopy,
  foundAs: string,
  imported: ImportedTitle,
  description: TitleDescription,
  notes: ReadingNote[],
): DescribedCopy[] => {
  if (copy.use === 'withdrawn') {
    notes.push({ code: 'copy.withdrawn-in-file', detail: copy.barcode ?? '' });
    return [];
  }
  const barcode = copy.barcode === null ? null : plainBarcode(copy.barcode);
  if (barcode !== null && !isBarcode(barcode)) {
    notes.push({ code: 'copy.barcode-invalid', detail: barcode.slice(0, 60) });
    return [];
  }
  const read = copy.clc === null ? null : readClc(copy.clc);
  return [
    {
      barcode,
      foundAs,
      clc: read?.is === 'valid' ? clipped(read.notation, 100) : description.clc,
      bookNumber: clipped(copy.bookNumber, 60),
      kind: kindOf(imported),
      volume: clipped(copy.volume, 100),
      location: clipped(copy.location, 200),
      priceFen: copy.priceFen ?? description.priceFen,
      stockState: copy.use === 'lendable' ? null : copy.use,
      formerNumber: clipped(copy.formerNumber, 60),
    },
  ];
};

const kindOf = ({ carrier, level }: ImportedTitle): CopyKind => {
  if (carrier === 'audio' || carrier === 'video') return 'audiovisual';
  if (level === 'serial') return 'periodical';
  return ['print', 'manuscript', 'braille', 'music', 'map'].includes(carrier) ? 'book' : 'other';
};
