/**
 * Words that several services say, each spelled here once: events, doors, rules and rows take them from here. No framework
 * in it, so that the rules of a desk run on it anywhere.
 */

export const READER_KINDS = ['student', 'teacher', 'staff', 'external'] as const;
export type ReaderKind = (typeof READER_KINDS)[number];

/** What the copy is: its kind of material, and whether it may ever leave the room. */
export const COPY_KINDS = ['book', 'reference', 'periodical', 'audiovisual', 'textbook', 'other'] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

/** What a title is, as the registers and the search tell kinds of material apart (资料类型). */
export const MATERIAL_KINDS = [
  'book',
  'periodical',
  'newspaper',
  'audio-tape',
  'cd',
  'video-tape',
  'vcd',
  'dvd',
  /** any other electronic publication: a data disc, a file */
  'electronic',
  'wall-chart',
  'teaching-aid',
  'teaching-book',
  'textbook',
  'recyclable-textbook',
  'school-publication',
  'kit',
  'other',
] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** For whom a title is (CAT-098): primary grades 1–2, 3–4, 5–6, the sections above, teachers. */
export const READING_BANDS = [
  'lower-primary',
  'middle-primary',
  'upper-primary',
  'junior',
  'senior',
  'teachers',
] as const;
export type ReadingBand = (typeof READING_BANDS)[number];

/** What the catalogue says of a copy's place in the stock; whether it is on loan is circulation's to say (decision 2). */
export const STOCK_STATES = [
  'processing',
  'lendable',
  'reading-room',
  'repair',
  'missing',
  'withdrawn',
] as const;
export type StockState = (typeof STOCK_STATES)[number];

/** How somebody says that copies came to a school; `not-recorded` where nobody said, as of everything older than the registers. */
export const ACCESSION_SOURCES = [
  'purchase',
  'donation',
  'transfer',
  'allocation',
  'school-publication',
  'replacement',
  'other',
  'not-recorded',
] as const;
/** What pupils bought comes by its reimbursement, and nobody just says so. */
export const SHOWN_ACCESSION_SOURCES = [...ACCESSION_SOURCES, 'pupil-purchase'] as const;
export type AccessionSource = (typeof SHOWN_ACCESSION_SOURCES)[number];

/** What circulation says of a copy. */
export const LENDING_STATES = ['in', 'on-loan', 'hold-shelf', 'in-transit', 'lost'] as const;
export type LendingState = (typeof LENDING_STATES)[number];

/** The sections of a school, in the order in which a pupil goes through them. */
export const SECTIONS = ['primary', 'junior', 'senior'] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * What a notice may be about: due soon, overdue, ready on the hold shelf, called in, owed for a loss, open before somebody
 * leaves, new books, an answer of the library.
 */
export const NOTICE_KINDS = [
  'due-soon',
  'overdue',
  'hold-ready',
  'recall',
  'compensation',
  'clearance',
  'new-books',
  'answer',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
