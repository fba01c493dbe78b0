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
  question('registers.kinds', 'of a school', 'librarian', () => '/registers/kinds', REPORT),
  question('registers.kinds', 'of the county', 'county-viewer', () => '/registers/kinds', REPORT),
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

/** Bookcases and rooms, and what is in them. */
export const collections: readonly Question[] = [
  question(
    'collections.list',
    'of a school',
    'reader',
    ({ schoolId }) => `/collections?schoolId=${schoolId}`,
  ),
  question('collections.read', 'one', 'reader', ({ one }) => `/collections/${one('collections')}`),
  question(
    'collections.copies',
    'of one',
    'reader',
    ({ one }) => `/collections/${one('collections')}/copies`,
  ),
  question('collection-changes.list', 'of a school', 'librarian', () => '/collection-changes'),
];

/** Teaching material: quantities, and who has them. */
export const teachingStock: readonly Question[] = [
  question('teaching-lines.list', 'all', 'librarian', () => '/teaching-lines'),
  question(
    'teaching-lines.list',
    'issued this term',
    'librarian',
    () => `/teaching-lines?what=issued&${THIS_TERM}`,
  ),
  question('teaching-stock.list', 'all', 'school-head', () => '/teaching-stock'),
  question('teaching-holdings.list', 'of classes', 'librarian', () => '/teaching-holdings?holderKind=class'),
];

/** What schools have made themselves. */
export const schoolPublications: readonly Question[] = [
  question(
    'school-publications.list',
    'of a school',
    'reader',
    ({ schoolId }) => `/school-publications?schoolId=${schoolId}`,
  ),
  question(
    'school-publications.read',
    'one',
    'reader',
    ({ one }) => `/school-publications/${one('schoolPublications')}`,
  ),
  question(
    'school-publications.sums',
    'of a school',
    'school-head',
    ({ schoolId }) => `/school-publication-sums?schoolId=${schoolId}`,
    REPORT,
  ),
];

/** What of the stock is not clear. */
export const registration: readonly Question[] = [
  question('registration-gaps.read', 'of a school', 'school-head', () => '/registration-gaps', REPORT),
  question('unclear-copies.list', 'all', 'librarian', () => '/unclear-copies'),
  question('unclear-copies.list', 'without a place', 'librarian', () => '/unclear-copies?lacks=place'),
  question('unclear-titles.list', 'all', 'librarian', () => '/unclear-titles', REPORT),
  question('unclear-issues.list', 'all', 'librarian', () => '/unclear-issues'),
];

/** What passed the exit without being lent. */
export const exitGate: readonly Question[] = [
  question('gate-alarms.list', 'not settled', 'librarian', () => '/gate-alarms?open=true'),
  question('gate-alarms.list', 'all', 'school-head', () => '/gate-alarms'),
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
