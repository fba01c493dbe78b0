import { asked, FACETS, type Question } from './question.js';

/** What came, what stands in each class, booklists and covers: asked by whoever reads. */
export const browsing: readonly Question[] = [
  asked('new-titles.list', 'newest first', 'reader', ({ schoolId }) => `/new-titles?schoolId=${schoolId}`),
  asked(
    'new-titles.list',
    'of a month',
    'reader',
    ({ schoolId }) => `/new-titles?schoolId=${schoolId}&from=2026-03-01&to=2026-03-31`,
  ),
  asked('classes-of-titles.list', 'main classes', 'reader', () => '/classes-of-titles', FACETS),
  asked('classes-of-titles.list', 'below I', 'reader', () => '/classes-of-titles?under=I', FACETS),
  asked(
    'classes-of-titles.list',
    'main classes, of a school',
    'reader',
    ({ schoolId }) => `/classes-of-titles?schoolId=${schoolId}`,
    FACETS,
  ),
  asked(
    'classes-of-titles.list',
    'below I28, of a school',
    'reader',
    ({ schoolId }) => `/classes-of-titles?under=I28&schoolId=${schoolId}`,
    FACETS,
  ),
  asked('published-bibliographies.list', 'all', 'reader', () => '/published-bibliographies'),
  asked(
    'published-bibliographies.list',
    'of a school and kind',
    'reader',
    ({ schoolId }) => `/published-bibliographies?schoolId=${schoolId}&kind=course`,
  ),
  asked(
    'published-bibliographies.read',
    'one',
    'reader',
    ({ one }) => `/published-bibliographies/${one('booklists')}`,
  ),
  asked(
    'published-bibliographies.entries',
    'with holdings',
    'reader',
    ({ one }) => `/published-bibliographies/${one('booklists')}/entries`,
  ),
  asked('bibliographies.list', 'of my school', 'librarian', () => '/bibliographies'),
  asked('bibliographies.list', 'of the county', 'admin', () => '/bibliographies'),
  asked('bibliographies.read', 'one', 'librarian', ({ one }) => `/bibliographies/${one('booklists')}`),
  asked(
    'bibliographies.entries',
    'with holdings',
    'librarian',
    ({ one }) => `/bibliographies/${one('booklists')}/entries`,
  ),
  asked('covers.read', 'one', 'reader', ({ one }) => `/titles/${one('titlesWithCover')}/cover`),
];
