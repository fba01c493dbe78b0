import { question, REPORT, text, type Question } from './question.js';

export const titlesAndCopies: readonly Question[] = [
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
  question('titles.list', 'kind of most titles', 'reader', () => '/titles?kind=book'),
  question('titles.list', 'rare kind', 'reader', () => '/titles?kind=dvd'),
  question(
    'titles.list',
    'word and kind',
    'reader',
    ({ one }) => `/titles?q=${text(one('words').slice(0, 2))}&kind=book`,
  ),
  question('titles.list', 'band of grades', 'reader', () => '/titles?band=middle-primary'),
  question(
    'titles.list',
    'theme and band, in a school',
    'reader',
    ({ one, schoolId }) => `/titles?theme=${one('themes')}&band=junior&schoolId=${schoolId}`,
  ),
  question(
    'titles.list',
    'theme and level',
    'teacher',
    ({ one }) => `/titles?theme=${one('themes')}&level=3`,
  ),
  question('titles.audience', 'one', 'reader', ({ one }) => `/titles/${one('markedTitles')}/audience`),
  question(
    'reading-themes.list',
    'of county and school',
    'reader',
    ({ schoolId }) => `/reading-themes?schoolId=${schoolId}`,
  ),
  question('reading-themes.read', 'one', 'librarian', ({ one }) => `/reading-themes/${one('themes')}`),
  question('audience-changes.list', 'of a school', 'librarian', () => '/audience-changes'),
  question('reading-interests.list', 'of a school', 'teacher', () => '/reading-interests', REPORT),
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
