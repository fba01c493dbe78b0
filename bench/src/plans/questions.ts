import type { Samples } from './samples.js';

export type Who =
  'admin' | 'county-viewer' | 'school-head' | 'librarian' | 'teacher' | 'class-helper' | 'reader';

/** What somebody asks of the county: the same question with other values each time. */
export type Question = {
  /** Operation id of the OpenAPI document. */
  readonly operation: string;
  readonly what: string;
  readonly who: Who;
  /** Milliseconds at p95, warm. */
  readonly within: number;
  readonly path: (pick: Pick) => string;
  readonly body?: (pick: Pick) => object;
};

/** A value of that kind; the school whose people ask. */
export type Pick = {
  readonly one: (kind: keyof Samples) => string;
  readonly schoolId: string;
};

const LOOK_UP = 50;
const REPORT = 500;

const question = (
  operation: string,
  what: string,
  who: Who,
  path: Question['path'],
  within = LOOK_UP,
): Question => ({ operation, what, who, within, path });

const text = encodeURIComponent;

const catalogue: readonly Question[] = [
  question('titles.list', 'no word', 'librarian', () => '/titles'),
  question('titles.list', 'four signs', 'reader', ({ one }) => `/titles?q=${text(one('words'))}`),
  question('titles.list', 'two signs', 'reader', ({ one }) => `/titles?q=${text(one('words').slice(0, 2))}`),
  question('titles.list', 'one sign', 'reader', ({ one }) => `/titles?q=${text(one('words').slice(0, 1))}`),
  question('titles.list', 'two words', 'reader', ({ one }) => {
    const word = one('words');
    return `/titles?q=${text(`${word.slice(0, 2)} ${word.slice(2)}`)}`;
  }),
  question('titles.list', 'whole title', 'reader', ({ one }) => `/titles?q=${text(one('titlesOfSchool'))}`),
  question('titles.list', 'pinyin', 'reader', ({ one }) => `/titles?q=${one('pinyin')}`),
  question('titles.list', 'ISBN as a word', 'librarian', ({ one }) => `/titles?q=${one('isbns')}`),
  question('titles.list', 'ISBN', 'librarian', ({ one }) => `/titles?isbn=${one('isbns')}`),
  question('titles.list', 'nothing found', 'reader', () => `/titles?q=${text('没有这本书')}`),
  question(
    'titles.list',
    'two signs, in a school',
    'reader',
    ({ one, schoolId }) => `/titles?q=${text(one('words').slice(0, 2))}&schoolId=${schoolId}`,
  ),
  question('titles.list', 'of a school', 'librarian', ({ schoolId }) => `/titles?schoolId=${schoolId}`),
  question('titles.list', 'main class', 'librarian', () => '/titles?clc=I'),
  question(
    'titles.list',
    'class and school',
    'librarian',
    ({ schoolId }) => `/titles?clc=TS&schoolId=${schoolId}`,
  ),
  question('titles.read', 'one', 'reader', ({ one }) => `/titles/${one('titles')}`),
  question(
    'copies.list',
    'barcode',
    'librarian',
    ({ one, schoolId }) => `/copies?barcode=${one('barcodes')}&schoolId=${schoolId}`,
  ),
  question(
    'copies.list',
    'barcode in the county',
    'county-viewer',
    ({ one }) => `/copies?barcode=${one('barcodes')}`,
  ),
  question('copies.list', 'of a title', 'librarian', ({ one }) => `/copies?titleId=${one('titles')}`),
  question('copies.list', 'of a school', 'librarian', ({ schoolId }) => `/copies?schoolId=${schoolId}`),
  question('copies.list', 'no condition', 'county-viewer', () => '/copies'),
  question('copies.read', 'one', 'librarian', ({ one }) => `/copies/${one('copies')}`),
];

const circulation: readonly Question[] = [
  question('loans.list', 'my loans', 'reader', () => '/loans'),
  question('loans.list', 'my open loans', 'reader', () => '/loans?status=open'),
  question('loans.list', 'my overdue loans', 'reader', () => '/loans?status=overdue'),
  question('loans.list', 'my closed loans', 'reader', () => '/loans?status=closed'),
  question('loans.list', 'of my class', 'teacher', () => '/loans'),
  question('loans.list', 'open, of my class', 'teacher', () => '/loans?status=open'),
  question('loans.list', 'overdue, of my class', 'class-helper', () => '/loans?status=overdue'),
  question('loans.list', 'of a school', 'librarian', () => '/loans'),
  question('loans.list', 'open, of a school', 'librarian', () => '/loans?status=open'),
  question('loans.list', 'overdue, of a school', 'librarian', () => '/loans?status=overdue&limit=500'),
  question('loans.list', 'closed, of a school', 'school-head', () => '/loans?status=closed'),
  question('loans.list', 'of a reader', 'librarian', ({ one }) => `/loans?readerId=${one('readers')}`),
  question(
    'loans.list',
    'open, of a reader',
    'librarian',
    ({ one }) => `/loans?readerId=${one('readers')}&status=open`,
  ),
  question('loans.list', 'of a copy', 'librarian', ({ one }) => `/loans?copyId=${one('lentCopies')}`),
  question('loans.read', 'one', 'librarian', ({ one }) => `/loans/${one('loans')}`),
  question('holds.list', 'mine', 'reader', () => '/holds'),
  question('holds.list', 'of my class', 'teacher', () => '/holds'),
  question('holds.list', 'waiting, of a school', 'librarian', () => '/holds?status=waiting'),
  question('holds.list', 'ready, of a school', 'librarian', () => '/holds?status=ready'),
  question('holds.list', 'of a title', 'librarian', ({ one }) => `/holds?titleId=${one('titles')}`),
  question('holds.list', 'of a reader', 'librarian', ({ one }) => `/holds?readerId=${one('readers')}`),
  question('holds.read', 'one', 'librarian', ({ one }) => `/holds/${one('holds')}`),
  question('compensations.list', 'mine', 'reader', () => '/compensations'),
  question('compensations.list', 'of my class', 'teacher', () => '/compensations'),
  question('compensations.list', 'owed, of a school', 'librarian', () => '/compensations?status=owed'),
  question(
    'compensations.list',
    'of a reader',
    'librarian',
    ({ one }) => `/compensations?readerId=${one('readers')}`,
  ),
  question('compensations.read', 'one', 'librarian', ({ one }) => `/compensations/${one('compensations')}`),
  question(
    'lending-policies.list',
    'of the school',
    'librarian',
    ({ schoolId }) => `/lending-policies?schoolId=${schoolId}`,
  ),
  question(
    'lending-policies.resolve',
    'resolved',
    'librarian',
    ({ schoolId }) => `/lending-policies/resolved?schoolId=${schoolId}&readerKind=student&copyKind=book`,
  ),
  question('lending-policies.read', 'one', 'librarian', ({ one }) => `/lending-policies/${one('policies')}`),
];

const people: readonly Question[] = [
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

const lastYear = 'from=2024-09-02&to=2025-07-04';
const figures: readonly Question[] = [
  question('figures.read', 'of a school', 'librarian', ({ schoolId }) => `/figures?schoolId=${schoolId}`),
  question('figures.read', 'of the county', 'county-viewer', () => '/figures', 200),
  question('reports.list', 'names', 'librarian', () => '/reports'),
  ...['loans-per-class', 'loans-per-reader-kind', 'holdings-by-clc', 'schools-compared'].flatMap((name) => [
    question('reports.read', `${name}, county`, 'county-viewer', () => `/reports/${name}`, REPORT),
    question(
      'reports.read',
      `${name}, last year`,
      'county-viewer',
      () => `/reports/${name}?${lastYear}`,
      REPORT,
    ),
    question('reports.read', `${name}, school`, 'librarian', () => `/reports/${name}`, REPORT),
  ]),
];

export const questions: readonly Question[] = [...catalogue, ...circulation, ...people, ...figures];

/** Nobody's list: what one job, one account, or an operator asks. A new operation belongs here only for such a reason. */
export const isNotAsked = (operation: string): boolean =>
  /^(accounts\.read|api-clients\.read|jobs\.[a-z]+|events\.follow|[a-z]+\.(parked|set-aside)-events\.list)$/.test(
    operation,
  );
