import { question, text, type Question } from './question.js';

/** Electronic resources, from what readers see to the counts of e-books. */
export const eResources: readonly Question[] = [
  question('e-resources.list', 'of a school', 'librarian', () => '/e-resources'),
  question('e-resources.list', 'running, of the county', 'county-viewer', () => '/e-resources?state=running'),
  question('e-resources.renewals', 'of the county', 'county-viewer', () => '/e-resource-renewals?within=90'),
  question('e-resources.read', 'one', 'librarian', ({ one }) => `/e-resources/${one('eResources')}`),
  question(
    'e-resources.lines',
    'of one',
    'librarian',
    ({ one }) => `/e-resources/${one('eResources')}/lines`,
  ),
  question(
    'feature-entries.list',
    'of one',
    'librarian',
    ({ one }) => `/e-resources/${one('featureDatabases')}/entries`,
  ),
  question(
    'published-e-resources.list',
    'of a subject and grade',
    'reader',
    () => `/published-e-resources?subject=${text('语文')}&grade=4`,
  ),
  question(
    'published-e-resources.read',
    'one',
    'reader',
    ({ one }) => `/published-e-resources/${one('featureDatabases')}`,
  ),
  question(
    'published-e-resources.entries',
    'of one',
    'reader',
    ({ one }) => `/published-e-resources/${one('featureDatabases')}/entries`,
  ),
  question('e-books.lines', 'of a school', 'librarian', () => '/e-book-lines'),
  question('e-books.holdings', 'of all schools', 'county-viewer', () => '/e-book-holdings?limit=500'),
  question('e-books.holdings', 'of the county', 'county-viewer', () => '/e-book-holdings?by=county'),
  question('e-resource-trials.list', 'of a school', 'teacher', () => '/e-resource-trials'),
  question('e-resource-trials.read', 'one', 'teacher', ({ one }) => `/e-resource-trials/${one('trials')}`),
  question(
    'e-resource-trials.evaluations',
    'of one',
    'teacher',
    ({ one }) => `/e-resource-trials/${one('trials')}/evaluations`,
  ),
];
