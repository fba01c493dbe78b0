import { question, FACETS, text, type Question } from './question.js';

/** What came, what stands in each class, booklists and covers: asked by whoever reads. */
export const browsing: readonly Question[] = [
  question('new-titles.list', 'newest first', 'reader', ({ schoolId }) => `/new-titles?schoolId=${schoolId}`),
  question(
    'new-titles.list',
    'of a month',
    'reader',
    ({ schoolId }) => `/new-titles?schoolId=${schoolId}&from=2026-03-01&to=2026-03-31`,
  ),
  question('classes-of-titles.list', 'main classes', 'reader', () => '/classes-of-titles', FACETS),
  question(
    'title-facets.list',
    'two signs',
    'reader',
    ({ one }) => `/title-facets?q=${text(one('words').slice(0, 2))}`,
    FACETS,
  ),
  question(
    'title-facets.list',
    'one sign',
    'reader',
    ({ one }) => `/title-facets?q=${text(one('words').slice(0, 1))}`,
    FACETS,
  ),
  question(
    'title-facets.list',
    'of a school',
    'reader',
    ({ schoolId }) => `/title-facets?schoolId=${schoolId}`,
    FACETS,
  ),
  question(
    'terminal-titles.list',
    'two signs',
    'reader',
    ({ one }) => `/terminal-titles?q=${text(one('words').slice(0, 2))}`,
  ),
  question('classes-of-titles.list', 'below I', 'reader', () => '/classes-of-titles?under=I', FACETS),
  question(
    'classes-of-titles.list',
    'main classes, of a school',
    'reader',
    ({ schoolId }) => `/classes-of-titles?schoolId=${schoolId}`,
    FACETS,
  ),
  question(
    'classes-of-titles.list',
    'below I28, of a school',
    'reader',
    ({ schoolId }) => `/classes-of-titles?under=I28&schoolId=${schoolId}`,
    FACETS,
  ),
  question('published-bibliographies.list', 'all', 'reader', () => '/published-bibliographies'),
  question(
    'published-bibliographies.list',
    'of a school and kind',
    'reader',
    ({ schoolId }) => `/published-bibliographies?schoolId=${schoolId}&kind=course`,
  ),
  question(
    'published-bibliographies.read',
    'one',
    'reader',
    ({ one }) => `/published-bibliographies/${one('booklists')}`,
  ),
  question(
    'published-bibliographies.entries',
    'with holdings',
    'reader',
    ({ one }) => `/published-bibliographies/${one('booklists')}/entries`,
  ),
  question('bibliographies.list', 'of my school', 'librarian', () => '/bibliographies'),
  question('bibliographies.list', 'of the county', 'admin', () => '/bibliographies'),
  question('bibliographies.read', 'one', 'librarian', ({ one }) => `/bibliographies/${one('booklists')}`),
  question(
    'bibliographies.entries',
    'with holdings',
    'librarian',
    ({ one }) => `/bibliographies/${one('booklists')}/entries`,
  ),
  question('covers.read', 'one', 'reader', ({ one }) => `/titles/${one('titlesWithCover')}/cover`),
];
