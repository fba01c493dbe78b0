import { limits } from '@shulian/contracts/limits';
import type { CopyKind, StockState } from '@shulian/contracts/words';
import { isBarcode, plainBarcode } from '../accession/rules/copy-numbers.js';
import { readClc } from '../classification/rules/clc-notation.js';
import { doubtOf } from '../classification/rules/doubtful-class.js';
import { sortedIsbns } from '../titles/title-finding.use-case.js';
import { copyKindOf } from '../titles/rules/material-kind.js';
import { withinLimits } from '../titles/rules/title-limits.js';
import type { TitleDescription } from '../titles/rules/title.js';
import type { ImportedCopy, ImportedTitle } from './rules/imported-title.js';
import { titleFromMarc21 } from './rules/from-marc21.js';
import { titleFromUnimarc } from './rules/from-unimarc.js';
import type { MarcDialect, MarcRecord, ReadingNote } from './rules/marc-record.js';

export type DescribedCopy = {
  readonly barcode: string | null;
  readonly foundAs: string;
  readonly clc: string | null;
  readonly bookNumber: string | null;
  /** As the file writes it, where it is none of ours; null where class and book number make it. */
  readonly callNumber: string | null;
  readonly kind: CopyKind;
  readonly volume: string | null;
  readonly location: string | null;
  readonly priceFen: number | null;
  readonly stockState: StockState | null;
  readonly formerNumber: string | null;
};

/** A record of a file in the catalogue's own words; what is left out or cut is noted. */
export const descriptionOf = (imported: ImportedTitle, notes: ReadingNote[]): TitleDescription => {
  const { isbns, invalid } = sortedIsbns(imported.isbns);
  for (const text of invalid) notes.push({ code: 'isbn.invalid', detail: text });
  let clc: string | null = null;
  const otherClasses: string[] = [];
  for (const { scheme, notation } of imported.classes) {
    const read = scheme === 'clc' ? readClc(notation) : null;
    if (read?.is === 'invalid') notes.push({ code: 'clc.invalid', detail: notation.slice(0, 60) });
    if (read?.is === 'valid' && doubtOf(read.notation) !== null)
      notes.push({ code: 'clc.no-such-class', detail: notation.slice(0, 60) });
    if (read?.is === 'valid' && clc === null) clc = read.notation;
    else otherClasses.push(`${scheme}:${read?.is === 'valid' ? read.notation : notation}`);
  }
  const { description, leftOut } = withinLimits<TitleDescription>({
    title: imported.title,
    subtitle: imported.subtitle,
    partNumber: imported.partNumber,
    partTitle: imported.partTitle,
    otherTitles: imported.otherTitles,
    statement: imported.statement,
    contributors: imported.contributors.map(({ name }) => name),
    edition: imported.edition,
    isbns,
    otherNumbers: [
      ...imported.issns,
      ...(imported.unifiedBookNumber === null ? [] : [imported.unifiedBookNumber]),
      ...invalid,
    ],
    publisher: imported.publisher,
    publishedIn: imported.publishedIn,
    publishedYear: imported.publishedYear,
    languages: imported.languages,
    extent: imported.extent,
    series: imported.series,
    subjects: imported.subjects,
    clc,
    otherClasses,
    summary: imported.summary,
    audience: imported.audience,
    binding: imported.binding,
    priceFen: imported.priceFen,
    level: imported.level,
    carrier: imported.carrier,
    kind: imported.kind,
    notes: [],
  });
  for (const field of leftOut) notes.push({ code: 'text.too-long', field });
  return description;
};

/** What a record says of a title; null for one that is none. */
export const descriptionOfRecord = (record: MarcRecord, dialect: MarcDialect): TitleDescription | null => {
  const imported = dialect === 'unimarc' ? titleFromUnimarc(record) : titleFromMarc21(record);
  return 'refused' in imported ? null : descriptionOf(imported, []);
};

/** A copy of the file as it will be entered; none where it must not be, with a note. */
export const describedCopy = (
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
  const within = (field: string, text: string | null, most: number): string | null => {
    if (text === null || text.length <= most) return text;
    notes.push({ code: 'text.too-long', field });
    return null;
  };
  const { clc, bookNumber, callNumber } = shelvingOf(copy, description, notes);
  return [
    {
      barcode,
      foundAs,
      clc: within('clc', clc, limits.clc),
      bookNumber: within('bookNumber', bookNumber, limits.bookNumber),
      callNumber: within('callNumber', callNumber, limits.callNumber),
      kind: imported.kind === null ? kindByCarrier(imported) : copyKindOf(imported.kind),
      volume: within('volume', copy.volume, limits.volume),
      location: within('location', copy.location, limits.location),
      priceFen: copy.priceFen ?? description.priceFen,
      stockState: copy.use === 'lendable' ? null : copy.use,
      formerNumber: within('formerNumber', copy.formerNumber, 60),
    },
  ];
};

/**
 * A call number by CLC is ours: class and book number. One by another scheme (科图法, Dewey) is kept as written, so that the
 * label on the spine still says where the book stands; the title's own class goes on counting for the ledger.
 */
const shelvingOf = (
  copy: ImportedCopy,
  description: TitleDescription,
  notes: ReadingNote[],
): Pick<DescribedCopy, 'clc' | 'bookNumber' | 'callNumber'> => {
  const inClass = copy.clc ?? (copy.bookNumber === null ? copy.callNumber : null);
  if (inClass === null) return { clc: description.clc, bookNumber: copy.bookNumber, callNumber: null };
  const read = copy.isOtherScheme ? null : readClc(inClass);
  // Two letters stand only in T: with others it is nearly always the Library of Congress.
  if (read?.is === 'valid' && !read.warnings.includes('clc.unusual-second-letter'))
    return { clc: read.notation, bookNumber: copy.bookNumber, callNumber: null };
  if (!copy.isOtherScheme)
    notes.push({ code: 'copy.call-number-not-clc', detail: copy.callNumber ?? inClass });
  return { clc: description.clc, bookNumber: null, callNumber: copy.callNumber ?? inClass };
};

const kindByCarrier = ({ carrier, level }: ImportedTitle): CopyKind => {
  if (carrier === 'audio' || carrier === 'video') return 'audiovisual';
  if (level === 'serial') return 'periodical';
  return ['print', 'manuscript', 'braille', 'music', 'map'].includes(carrier) ? 'book' : 'other';
};
