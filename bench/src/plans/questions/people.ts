import { asked, type Question } from './question.js';

export const people: readonly Question[] = [
  asked('me.read', 'a librarian', 'librarian', () => '/me'),
  asked('me.read', 'a reader', 'reader', () => '/me'),
  asked('accounts.list', 'all', 'admin', () => '/accounts'),
  asked('accounts.list', 'of a school', 'admin', ({ schoolId }) => `/accounts?schoolId=${schoolId}`),
  asked('accounts.list', 'by name', 'admin', ({ one }) => `/accounts?username=${one('usernames')}`),
  asked('api-clients.list', 'all', 'admin', () => '/api-clients'),
  asked('schools.list', 'all', 'admin', () => '/schools?limit=500'),
  asked('schools.read', 'one', 'reader', ({ schoolId }) => `/schools/${schoolId}`),
  asked('terms.list', 'of a school', 'reader', ({ schoolId }) => `/schools/${schoolId}/terms`),
  asked('terms.read', 'one', 'librarian', ({ one }) => `/terms/${one('terms')}`),
  asked(
    'calendar.read',
    'of a year',
    'librarian',
    ({ schoolId }) => `/schools/${schoolId}/calendar?year=2026`,
  ),
  asked('classes.list', 'of a school', 'librarian', () => '/classes'),
  asked('classes.read', 'one', 'librarian', ({ one }) => `/classes/${one('classes')}`),
  asked('readers.list', 'of a school', 'librarian', () => '/readers'),
  asked('readers.list', 'of a class', 'librarian', ({ one }) => `/readers?classId=${one('classes')}`),
  asked('readers.list', 'of my class', 'teacher', () => '/readers'),
  asked('readers.read', 'one', 'librarian', ({ one }) => `/readers/${one('readers')}`),
  {
    ...asked('readers.search', 'card', 'librarian', () => '/readers/search'),
    body: ({ one }) => ({ cardNumber: one('cards') }),
  },
  {
    ...asked('readers.search', 'part of a name', 'librarian', () => '/readers/search'),
    body: ({ one }) => ({ q: one('names').slice(0, 2) }),
  },
  {
    ...asked('readers.search', 'name that nobody has', 'librarian', () => '/readers/search'),
    body: () => ({ q: '没有此人' }),
  },
  asked('reading-notes.list', 'of a school', 'librarian', () => '/reading-notes'),
  asked('reading-notes.list', 'handed in, of my class', 'teacher', () => '/reading-notes?status=handed-in'),
  asked('reading-notes.list', 'mine', 'reader', () => '/reading-notes'),
  asked('reading-notes.read', 'one', 'librarian', ({ one }) => `/reading-notes/${one('notes')}`),
];
