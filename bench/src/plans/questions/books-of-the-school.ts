import { question, REPORT, type Question } from './question.js';

const THIS_TERM = 'from=2026-03-02&to=2026-07-03';
const A_TERM_BEFORE = 'from=2024-09-02&to=2025-01-17';

/** The registers, page by page, and what they add up to. */
export const registers: readonly Question[] = [
  ...['individual', 'summary', 'withdrawals', 'lines'].flatMap((book) => [
    question(`registers.${book}`, 'first page', 'librarian', () => `/registers/${book}`),
    question(`registers.${book}`, 'of this term', 'librarian', () => `/registers/${book}?${THIS_TERM}`),
    question(
      `registers.${book}`,
      'of a term before',
      'librarian',
      () => `/registers/${book}?${A_TERM_BEFORE}`,
    ),
    question(`registers.${book}`, 'of the second period', 'librarian', () => `/registers/${book}?period=2`),
  ]),
  question('registers.classified', 'all', 'school-head', () => '/registers/classified', REPORT),
  question(
    'registers.classified',
    'of this term',
    'librarian',
    () => `/registers/classified?${THIS_TERM}`,
    REPORT,
  ),
  question('registers.holdings', 'of a school', 'librarian', () => '/registers/holdings', REPORT),
  question('registers.holdings', 'of the county', 'county-viewer', () => '/registers/holdings', REPORT),
  question('registers.reconciliation', 'of a school', 'librarian', () => '/registers/reconciliation', REPORT),
  question(
    'registers.reconciliation',
    'of the county',
    'county-viewer',
    () => '/registers/reconciliation',
    REPORT,
  ),
  question('register-periods.list', 'of a school', 'school-head', () => '/register-periods'),
];

/** Copies on their way to the shelf. */
export const processing: readonly Question[] = [
  question('processing-queue.list', 'all', 'librarian', () => '/processing-queue'),
  question('processing-queue.list', 'to be labelled', 'librarian', () => '/processing-queue?stage=labelled'),
  question('processing-backlog.list', 'of a school', 'school-head', () => '/processing-backlog'),
  question(
    'processing-lead-times.list',
    'newest first',
    'school-head',
    () => '/processing-lead-times',
    REPORT,
  ),
  question(
    'processing-lead-times.list',
    'of this term',
    'librarian',
    () => `/processing-lead-times?${THIS_TERM}`,
    REPORT,
  ),
  question('processing-late.list', 'by the end of term', 'librarian', () => '/processing-late'),
  question(
    'processing-steps.list',
    'of a copy',
    'librarian',
    ({ one }) => `/copies/${one('processedCopies')}/processing-steps`,
  ),
];

/** Where copies stand. */
export const places: readonly Question[] = [
  question(
    'locations.list',
    'tree of a school',
    'reader',
    ({ schoolId }) => `/locations?schoolId=${schoolId}`,
  ),
  question('locations.list', 'shelves', 'librarian', () => '/locations?kind=shelf'),
  question('locations.read', 'one', 'librarian', ({ one }) => `/locations/${one('shelves')}`),
  question('locations.copies', 'of a shelf', 'librarian', ({ one }) => `/locations/${one('shelves')}/copies`),
  question('locations.copies', 'of a room', 'librarian', ({ one }) => `/locations/${one('rooms')}/copies`),
  question('copy-moves.list', 'newest first', 'librarian', () => '/copy-moves'),
  question(
    'shelf-ranges.list',
    'of a school',
    'reader',
    ({ schoolId }) => `/shelf-ranges?schoolId=${schoolId}`,
  ),
  question(
    'shelf-ranges.list',
    'of a class',
    'reader',
    ({ schoolId }) => `/shelf-ranges?schoolId=${schoolId}&clc=I287.5`,
  ),
];
