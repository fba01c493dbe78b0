import { question, REPORT, type Question } from './question.js';

/** Counting, weeding, mending and handing over of copies. */
export const careOfStock: readonly Question[] = [
  question('stocktakes.list', 'of a school', 'librarian', () => '/stocktakes'),
  question('stocktakes.list', 'open, of the county', 'county-viewer', () => '/stocktakes?state=open'),
  question(
    'stocktakes.read',
    'running',
    'librarian',
    ({ one }) => `/stocktakes/${one('runningStocktakes')}`,
    REPORT,
  ),
  question('stocktakes.read', 'signed', 'school-head', ({ one }) => `/stocktakes/${one('signedStocktakes')}`),
  question(
    'stocktakes.findings',
    'running, first page',
    'librarian',
    ({ one }) => `/stocktakes/${one('runningStocktakes')}/findings`,
  ),
  question(
    'stocktakes.findings',
    'running, missing',
    'librarian',
    ({ one }) => `/stocktakes/${one('runningStocktakes')}/findings?finding=missing`,
  ),
  question(
    'stocktakes.findings',
    'running, unknown',
    'librarian',
    ({ one }) => `/stocktakes/${one('runningStocktakes')}/findings?finding=unknown`,
  ),
  question(
    'stocktakes.findings',
    'signed',
    'school-head',
    ({ one }) => `/stocktakes/${one('signedStocktakes')}/findings`,
  ),
  question('stocktakes.progress', 'of the county', 'county-viewer', () => '/stocktake-progress'),
  question(
    'weeding-candidates.list',
    'surplus',
    'librarian',
    () => '/weeding-candidates?keepCopies=1',
    REPORT,
  ),
  question(
    'weeding-candidates.list',
    'idle and old',
    'librarian',
    () => '/weeding-candidates?notLentSince=2025-01-01&accessionedBefore=2020-01-01&keepPercent=80',
    REPORT,
  ),
  question(
    'weeding-candidates.list',
    'beyond repair',
    'librarian',
    () => '/weeding-candidates?beyondRepair=true',
    REPORT,
  ),
  question('weeding-proposals.list', 'of a school', 'school-head', () => '/weeding-proposals'),
  question(
    'weeding-proposals.list',
    'reviewed, of the county',
    'county-viewer',
    () => '/weeding-proposals?state=reviewed',
  ),
  question(
    'weeding-proposals.read',
    'one',
    'librarian',
    ({ one }) => `/weeding-proposals/${one('proposals')}`,
  ),
  question(
    'weeding-proposals.lines',
    'of one',
    'librarian',
    ({ one }) => `/weeding-proposals/${one('proposals')}/lines`,
  ),
  question('repairs.list', 'of a school', 'librarian', () => '/repairs'),
  question('repairs.list', 'in repair, of the county', 'county-viewer', () => '/repairs?state=in-repair'),
  question('repairs.weeks', 'of a term', 'school-head', () => '/repair-weeks?from=2026-03-02&to=2026-06-10'),
  question('ownership-transfers.list', 'of a school', 'librarian', () => '/ownership-transfers'),
  question('ownership-transfers.list', 'coming in', 'librarian', () => '/ownership-transfers?direction=in'),
  question(
    'ownership-transfers.list',
    'asked for, of the county',
    'county-viewer',
    () => '/ownership-transfers?status=asked',
  ),
  question(
    'ownership-transfers.read',
    'one',
    'librarian',
    ({ one }) => `/ownership-transfers/${one('transfers')}`,
  ),
  question(
    'ownership-transfers.copies',
    'of one',
    'librarian',
    ({ one }) => `/ownership-transfers/${one('transfers')}/copies`,
  ),
];

/** Titles that are one, for the county's cataloguer. */
export const mergers: readonly Question[] = [
  question('title-merge-candidates.list', 'open', 'county-viewer', () => '/title-merge-candidates'),
  question(
    'title-merge-candidates.list',
    'dismissed',
    'county-viewer',
    () => '/title-merge-candidates?status=dismissed',
  ),
  question('title-merges.list', 'newest first', 'county-viewer', () => '/title-merges'),
  question('title-merges.read', 'one', 'county-viewer', ({ one }) => `/title-merges/${one('merges')}`),
  question(
    'title-merges.preview',
    'of two',
    'county-viewer',
    ({ one }) => `/title-merge-previews?${one('pairs')}`,
  ),
];
