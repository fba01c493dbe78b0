import { asked, text, type Question } from './question.js';

export const titlesAndCopies: readonly Question[] = [
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
