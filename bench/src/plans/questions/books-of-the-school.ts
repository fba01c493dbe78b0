import { asked, REPORT, type Question } from './question.js';

const THIS_TERM = 'from=2026-03-02&to=2026-07-03';
const A_TERM_BEFORE = 'from=2024-09-02&to=2025-01-17';

/** The registers, page by page, and what they add up to. */
export const registers: readonly Question[] = [
  ...['individual', 'summary', 'withdrawals', 'lines'].flatMap((book) => [
    asked(`registers.${book}`, 'first page', 'librarian', () => `/registers/${book}`),
    asked(`registers.${book}`, 'of this term', 'librarian', () => `/registers/${book}?${THIS_TERM}`),
    asked(`registers.${book}`, 'of a term before', 'librarian', () => `/registers/${book}?${A_TERM_BEFORE}`),
    asked(`registers.${book}`, 'of the second period', 'librarian', () => `/registers/${book}?period=2`),
  ]),
  asked('registers.classified', 'all', 'school-head', () => '/registers/classified', REPORT),
  asked(
    'registers.classified',
    'of this term',
    'librarian',
    () => `/registers/classified?${THIS_TERM}`,
    REPORT,
  ),
  asked('registers.holdings', 'of a school', 'librarian', () => '/registers/holdings', REPORT),
  asked('registers.holdings', 'of the county', 'county-viewer', () => '/registers/holdings', REPORT),
  asked('registers.reconciliation', 'of a school', 'librarian', () => '/registers/reconciliation', REPORT),
  asked(
    'registers.reconciliation',
    'of the county',
    'county-viewer',
    () => '/registers/reconciliation',
    REPORT,
  ),
  asked('register-periods.list', 'of a school', 'school-head', () => '/register-periods'),
];

/** Copies on their way to the shelf. */
export const processing: readonly Question[] = [
  asked('processing-queue.list', 'all', 'librarian', () => '/processing-queue'),
  asked('processing-queue.list', 'to be labelled', 'librarian', () => '/processing-queue?stage=labelled'),
  asked('processing-backlog.list', 'of a school', 'school-head', () => '/processing-backlog'),
  asked('processing-lead-times.list', 'newest first', 'school-head', () => '/processing-lead-times', REPORT),
  asked(
    'processing-lead-times.list',
    'of this term',
    'librarian',
    () => `/processing-lead-times?${THIS_TERM}`,
    REPORT,
  ),
  asked('processing-late.list', 'by the end of term', 'librarian', () => '/processing-late'),
  asked(
    'processing-steps.list',
    'of a copy',
    'librarian',
    ({ one }) => `/copies/${one('processedCopies')}/processing-steps`,
  ),
];

/** Where copies stand. */
export const places: readonly Question[] = [
  asked('locations.list', 'tree of a school', 'reader', ({ schoolId }) => `/locations?schoolId=${schoolId}`),
  asked('locations.list', 'shelves', 'librarian', () => '/locations?kind=shelf'),
  asked('locations.read', 'one', 'librarian', ({ one }) => `/locations/${one('shelves')}`),
  asked('locations.copies', 'of a shelf', 'librarian', ({ one }) => `/locations/${one('shelves')}/copies`),
  asked('locations.copies', 'of a room', 'librarian', ({ one }) => `/locations/${one('rooms')}/copies`),
  asked('copy-moves.list', 'newest first', 'librarian', () => '/copy-moves'),
  asked('shelf-ranges.list', 'of a school', 'reader', ({ schoolId }) => `/shelf-ranges?schoolId=${schoolId}`),
  asked(
    'shelf-ranges.list',
    'of a class',
    'reader',
    ({ schoolId }) => `/shelf-ranges?schoolId=${schoolId}&clc=I287.5`,
  ),
];
