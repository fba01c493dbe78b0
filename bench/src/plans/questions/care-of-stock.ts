import { asked, REPORT, type Question } from './question.js';

/** Counting, weeding, mending and handing over of copies. */
export const careOfStock: readonly Question[] = [
  asked('stocktakes.list', 'of a school', 'librarian', () => '/stocktakes'),
  asked('stocktakes.list', 'open, of the county', 'county-viewer', () => '/stocktakes?state=open'),
  asked(
    'stocktakes.read',
    'running',
    'librarian',
    ({ one }) => `/stocktakes/${one('runningStocktakes')}`,
    REPORT,
  ),
  asked('stocktakes.read', 'signed', 'school-head', ({ one }) => `/stocktakes/${one('signedStocktakes')}`),
  asked(
    'stocktakes.findings',
    'running, first page',
    'librarian',
    ({ one }) => `/stocktakes/${one('runningStocktakes')}/findings`,
  ),
  asked(
    'stocktakes.findings',
    'running, missing',
    'librarian',
    ({ one }) => `/stocktakes/${one('runningStocktakes')}/findings?finding=missing`,
  ),
  asked(
    'stocktakes.findings',
    'running, unknown',
    'librarian',
    ({ one }) => `/stocktakes/${one('runningStocktakes')}/findings?finding=unknown`,
  ),
  asked(
    'stocktakes.findings',
    'signed',
    'school-head',
    ({ one }) => `/stocktakes/${one('signedStocktakes')}/findings`,
  ),
  asked('stocktakes.progress', 'of the county', 'county-viewer', () => '/stocktake-progress'),
  asked('weeding-candidates.list', 'surplus', 'librarian', () => '/weeding-candidates?keepCopies=1', REPORT),
  asked(
    'weeding-candidates.list',
    'idle and old',
    'librarian',
    () => '/weeding-candidates?notLentSince=2025-01-01&accessionedBefore=2020-01-01&keepPercent=80',
    REPORT,
  ),
  asked(
    'weeding-candidates.list',
    'beyond repair',
    'librarian',
    () => '/weeding-candidates?beyondRepair=true',
    REPORT,
  ),
  asked('weeding-proposals.list', 'of a school', 'school-head', () => '/weeding-proposals'),
  asked(
    'weeding-proposals.list',
    'reviewed, of the county',
    'county-viewer',
    () => '/weeding-proposals?state=reviewed',
  ),
  asked('weeding-proposals.read', 'one', 'librarian', ({ one }) => `/weeding-proposals/${one('proposals')}`),
  asked(
    'weeding-proposals.lines',
    'of one',
    'librarian',
    ({ one }) => `/weeding-proposals/${one('proposals')}/lines`,
  ),
  asked('repairs.list', 'of a school', 'librarian', () => '/repairs'),
  asked('repairs.list', 'in repair, of the county', 'county-viewer', () => '/repairs?state=in-repair'),
  asked('repairs.weeks', 'of a term', 'school-head', () => '/repair-weeks?from=2026-03-02&to=2026-06-10'),
  asked('ownership-transfers.list', 'of a school', 'librarian', () => '/ownership-transfers'),
  asked('ownership-transfers.list', 'coming in', 'librarian', () => '/ownership-transfers?direction=in'),
  asked(
    'ownership-transfers.list',
    'asked for, of the county',
    'county-viewer',
    () => '/ownership-transfers?status=asked',
  ),
  asked(
    'ownership-transfers.read',
    'one',
    'librarian',
    ({ one }) => `/ownership-transfers/${one('transfers')}`,
  ),
  asked(
    'ownership-transfers.copies',
    'of one',
    'librarian',
    ({ one }) => `/ownership-transfers/${one('transfers')}/copies`,
  ),
];

/** Titles that are one, for the county's cataloguer. */
export const mergers: readonly Question[] = [
  asked('title-merge-candidates.list', 'open', 'county-viewer', () => '/title-merge-candidates'),
  asked(
    'title-merge-candidates.list',
    'dismissed',
    'county-viewer',
    () => '/title-merge-candidates?status=dismissed',
  ),
  asked('title-merges.list', 'newest first', 'county-viewer', () => '/title-merges'),
  asked('title-merges.read', 'one', 'county-viewer', ({ one }) => `/title-merges/${one('merges')}`),
  asked(
    'title-merges.preview',
    'of two',
    'county-viewer',
    ({ one }) => `/title-merge-previews?${one('pairs')}`,
  ),
];
