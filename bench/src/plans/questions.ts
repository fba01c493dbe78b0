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

const asked = (
  operation: string,
  what: string,
  who: Who,
  path: Question['path'],
  within = LOOK_UP,
): Question => ({ operation, what, who, within, path });

const text = encodeURIComponent;

const catalogue: readonly Question[] = [
  asked('titles.list', 'no word', 'librarian', () => '/titles'),
  asked('titles.list', 'four signs', 'reader', ({ one }) => `/titles?q=${text(one('words'))}`),
  asked('titles.list', 'two signs', 'reader', ({ one }) => `/titles?q=${text(one('words').slice(0, 2))}`),
  asked('titles.list', 'one sign', 'reader', ({ one }) => `/titles?q=${text(one('words').slice(0, 1))}`),
  asked('titles.list', 'two words', 'reader', ({ one }) => {
    const word = one('words');
    return `/titles?q=${text(`${word.slice(0, 2)} ${word.slice(2)}`)}`;
  }),
  asked('titles.list', 'whole title', 'reader', ({ one }) => `/titles?q=${text(one('titlesOfSchool'))}`),
  asked('titles.list', 'pinyin', 'reader', ({ one }) => `/titles?q=${one('pinyin')}`),
  asked('titles.list', 'ISBN as a word', 'librarian', ({ one }) => `/titles?q=${one('isbns')}`),
  asked('titles.list', 'ISBN', 'librarian', ({ one }) => `/titles?isbn=${one('isbns')}`),
  asked('titles.list', 'nothing found', 'reader', () => `/titles?q=${text('没有这本书')}`),
  asked(
    'titles.list',
    'two signs, in a school',
    'reader',
    ({ one, schoolId }) => `/titles?q=${text(one('words').slice(0, 2))}&schoolId=${schoolId}`,
  ),
  asked('titles.list', 'of a school', 'librarian', ({ schoolId }) => `/titles?schoolId=${schoolId}`),
  asked('titles.list', 'main class', 'librarian', () => '/titles?clc=I'),
  asked(
    'titles.list',
    'class and school',
    'librarian',
    ({ schoolId }) => `/titles?clc=TS&schoolId=${schoolId}`,
  ),
  asked('titles.read', 'one', 'reader', ({ one }) => `/titles/${one('titles')}`),
  asked(
    'copies.list',
    'barcode',
    'librarian',
    ({ one, schoolId }) => `/copies?barcode=${one('barcodes')}&schoolId=${schoolId}`,
  ),
  asked(
    'copies.list',
    'barcode in the county',
    'county-viewer',
    ({ one }) => `/copies?barcode=${one('barcodes')}`,
  ),
  asked('copies.list', 'of a title', 'librarian', ({ one }) => `/copies?titleId=${one('titles')}`),
  asked('copies.list', 'of a school', 'librarian', ({ schoolId }) => `/copies?schoolId=${schoolId}`),
  asked('copies.list', 'no condition', 'county-viewer', () => '/copies'),
  asked('copies.read', 'one', 'librarian', ({ one }) => `/copies/${one('copies')}`),
];

const circulation: readonly Question[] = [
  asked('loans.list', 'my loans', 'reader', () => '/loans'),
  asked('loans.list', 'my open loans', 'reader', () => '/loans?status=open'),
  asked('loans.list', 'my overdue loans', 'reader', () => '/loans?status=overdue'),
  asked('loans.list', 'my closed loans', 'reader', () => '/loans?status=closed'),
  asked('loans.list', 'of my class', 'teacher', () => '/loans'),
  asked('loans.list', 'open, of my class', 'teacher', () => '/loans?status=open'),
  asked('loans.list', 'overdue, of my class', 'class-helper', () => '/loans?status=overdue'),
  asked('loans.list', 'of a school', 'librarian', () => '/loans'),
  asked('loans.list', 'open, of a school', 'librarian', () => '/loans?status=open'),
  asked('loans.list', 'overdue, of a school', 'librarian', () => '/loans?status=overdue&limit=500'),
  asked('loans.list', 'closed, of a school', 'school-head', () => '/loans?status=closed'),
  asked('loans.list', 'of a reader', 'librarian', ({ one }) => `/loans?readerId=${one('readers')}`),
  asked(
    'loans.list',
    'open, of a reader',
    'librarian',
    ({ one }) => `/loans?readerId=${one('readers')}&status=open`,
  ),
  asked('loans.list', 'of a copy', 'librarian', ({ one }) => `/loans?copyId=${one('lentCopies')}`),
  asked('loans.read', 'one', 'librarian', ({ one }) => `/loans/${one('loans')}`),
  asked('holds.list', 'mine', 'reader', () => '/holds'),
  asked('holds.list', 'of my class', 'teacher', () => '/holds'),
  asked('holds.list', 'waiting, of a school', 'librarian', () => '/holds?status=waiting'),
  asked('holds.list', 'ready, of a school', 'librarian', () => '/holds?status=ready'),
  asked('holds.list', 'of a title', 'librarian', ({ one }) => `/holds?titleId=${one('titles')}`),
  asked('holds.list', 'of a reader', 'librarian', ({ one }) => `/holds?readerId=${one('readers')}`),
  asked('holds.read', 'one', 'librarian', ({ one }) => `/holds/${one('holds')}`),
  asked('compensations.list', 'mine', 'reader', () => '/compensations'),
  asked('compensations.list', 'of my class', 'teacher', () => '/compensations'),
  asked('compensations.list', 'owed, of a school', 'librarian', () => '/compensations?status=owed'),
  asked(
    'compensations.list',
    'of a reader',
    'librarian',
    ({ one }) => `/compensations?readerId=${one('readers')}`,
  ),
  asked('compensations.read', 'one', 'librarian', ({ one }) => `/compensations/${one('compensations')}`),
  asked(
    'lending-policies.list',
    'of the school',
    'librarian',
    ({ schoolId }) => `/lending-policies?schoolId=${schoolId}`,
  ),
  asked(
    'lending-policies.resolve',
    'resolved',
    'librarian',
    ({ schoolId }) => `/lending-policies/resolved?schoolId=${schoolId}&readerKind=student&copyKind=book`,
  ),
  asked('lending-policies.read', 'one', 'librarian', ({ one }) => `/lending-policies/${one('policies')}`),
];

const people: readonly Question[] = [
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

const lastYear = 'from=2024-09-02&to=2025-07-04';
const figures: readonly Question[] = [
  asked('figures.read', 'of a school', 'librarian', ({ schoolId }) => `/figures?schoolId=${schoolId}`),
  asked('figures.read', 'of the county', 'county-viewer', () => '/figures', 200),
  asked('reports.list', 'names', 'librarian', () => '/reports'),
  ...['loans-per-class', 'loans-per-reader-kind', 'holdings-by-clc', 'schools-compared'].flatMap((name) => [
    asked('reports.read', `${name}, county`, 'county-viewer', () => `/reports/${name}`, REPORT),
    asked(
      'reports.read',
      `${name}, last year`,
      'county-viewer',
      () => `/reports/${name}?${lastYear}`,
      REPORT,
    ),
    asked('reports.read', `${name}, school`, 'librarian', () => `/reports/${name}`, REPORT),
  ]),
];

export const questions: readonly Question[] = [...catalogue, ...circulation, ...people, ...figures];

/** Nobody's list: what one job, one account, or an operator asks. A new operation belongs here only for such a reason. */
export const isNotAsked = (operation: string): boolean =>
  /^(accounts\.read|api-clients\.read|jobs\.[a-z]+|events\.follow|[a-z]+\.(parked|set-aside)-events\.list)$/.test(
    operation,
  );
