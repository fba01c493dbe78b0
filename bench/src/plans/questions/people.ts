import { question, type Question } from './question.js';

export const people: readonly Question[] = [
  question('me.read', 'a librarian', 'librarian', () => '/me'),
  question('me.read', 'a reader', 'reader', () => '/me'),
  question('accounts.list', 'all', 'admin', () => '/accounts'),
  question('accounts.list', 'of a school', 'admin', ({ schoolId }) => `/accounts?schoolId=${schoolId}`),
  question('accounts.list', 'by name', 'admin', ({ one }) => `/accounts?username=${one('usernames')}`),
  question('api-clients.list', 'all', 'admin', () => '/api-clients'),
  question('schools.list', 'all', 'admin', () => '/schools?limit=500'),
  question('schools.read', 'one', 'reader', ({ schoolId }) => `/schools/${schoolId}`),
  question('terms.list', 'of a school', 'reader', ({ schoolId }) => `/schools/${schoolId}/terms`),
  question('terms.read', 'one', 'librarian', ({ one }) => `/terms/${one('terms')}`),
  question(
    'calendar.read',
    'of a year',
    'librarian',
    ({ schoolId }) => `/schools/${schoolId}/calendar?year=2026`,
  ),
  question('classes.list', 'of a school', 'librarian', () => '/classes'),
  question('classes.read', 'one', 'librarian', ({ one }) => `/classes/${one('classes')}`),
  question('readers.list', 'of a school', 'librarian', () => '/readers'),
  question('readers.list', 'of a class', 'librarian', ({ one }) => `/readers?classId=${one('classes')}`),
  question('readers.list', 'of my class', 'teacher', () => '/readers'),
  question('readers.read', 'one', 'librarian', ({ one }) => `/readers/${one('readers')}`),
  {
    ...question('readers.search', 'card', 'librarian', () => '/readers/search'),
    body: ({ one }) => ({ cardNumber: one('cards') }),
  },
  {
    ...question('readers.search', 'part of a name', 'librarian', () => '/readers/search'),
    body: ({ one }) => ({ q: one('names').slice(0, 2) }),
  },
  {
    ...question('readers.search', 'name that nobody has', 'librarian', () => '/readers/search'),
    body: () => ({ q: '没有此人' }),
  },
  question('reading-notes.list', 'of a school', 'librarian', () => '/reading-notes'),
  question(
    'reading-notes.list',
    'handed in, of my class',
    'teacher',
    () => '/reading-notes?status=handed-in',
  ),
  question('reading-notes.list', 'mine', 'reader', () => '/reading-notes'),
  question('reading-notes.read', 'one', 'librarian', ({ one }) => `/reading-notes/${one('notes')}`),
];
