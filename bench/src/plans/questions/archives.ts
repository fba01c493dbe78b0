import { LOOK_UP, question, type Question } from './question.js';

/** The archive of a school. */
export const archives: readonly Question[] = [
  question('archive-files.list', 'of a class', 'librarian', () => '/archive-files?class=pupil-files'),
  question('archive-files.list', 'with units', 'librarian', () => '/archive-files?state=with-unit'),
  {
    operation: 'archive-files.search',
    what: 'by words of the title',
    who: 'librarian',
    within: LOOK_UP,
    path: () => '/archive-files/search',
    body: () => ({ q: '77号' }),
  },
  question('archive-files.read', 'one', 'librarian', ({ one }) => `/archive-files/${one('archiveFiles')}`),
  question('archive-files.handovers', 'of a school', 'librarian', () => '/archive-handovers'),
  question('archive-units.list', 'of a school', 'librarian', () => '/archive-units'),
  question('archive-units.read', 'one', 'librarian', ({ one }) => `/archive-units/${one('archiveUnits')}`),
  question('archive-units.intakes', 'of a year', 'librarian', () => '/archive-intakes?year=2025'),
  question('archive-scopes.list', 'of a school', 'librarian', () => '/archive-scopes'),
  question('archive-recalls.list', 'of a year', 'school-head', () => '/archive-recalls?year=2010'),
  question('archive-recalls.reminders', 'of a school', 'librarian', () => '/archive-reminders'),
  question('archive-completion.list', 'of a school', 'school-head', () => '/archive-completion'),
  question('archive-destructions.expiries', 'of a school', 'school-head', () => '/archive-expiries'),
  question('archive-destructions.list', 'of a school', 'school-head', () => '/archive-destructions'),
  question(
    'archive-destructions.read',
    'one',
    'school-head',
    ({ one }) => `/archive-destructions/${one('destructions')}`,
  ),
  question(
    'archive-destructions.files',
    'of one',
    'school-head',
    ({ one }) => `/archive-destructions/${one('destructions')}/files`,
  ),
  question('archive-yearbooks.list', 'of a school', 'librarian', () => '/archive-yearbooks'),
  question(
    'archive-yearbooks.read',
    'one',
    'librarian',
    ({ one }) => `/archive-yearbooks/${one('yearbooks')}`,
  ),
  question(
    'archive-yearbooks.issues',
    'of one',
    'librarian',
    ({ one }) => `/archive-yearbooks/${one('yearbooks')}/issues`,
  ),
  question('archive-certificates.list', 'held', 'librarian', () => '/archive-certificates?state=held'),
];
