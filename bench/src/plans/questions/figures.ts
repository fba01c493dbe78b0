import { asked, REPORT, type Question } from './question.js';

const lastYear = 'from=2024-09-02&to=2025-07-04';
export const figures: readonly Question[] = [
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
