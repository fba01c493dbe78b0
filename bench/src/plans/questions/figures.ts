import { question, REPORT, type Question } from './question.js';

const lastYear = 'from=2024-09-02&to=2025-07-04';
export const figures: readonly Question[] = [
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
