import { question, REPORT, type Question } from './question.js';

/** Newspapers and periodicals: from the round of subscriptions to the issue that did not come. */
export const serials: readonly Question[] = [
  question(
    'serial-shelf-numbers.list',
    'of a school',
    'reader',
    ({ schoolId }) => `/serial-shelf-numbers?schoolId=${schoolId}`,
  ),
  question('serials.list', 'all', 'reader', () => '/serials'),
  question('serials.list', 'newspapers', 'librarian', () => '/serials?kind=newspaper'),
  question('serials.read', 'one', 'reader', ({ one }) => `/serials/${one('serials')}`),
  question('serials.changes', 'of one', 'librarian', ({ one }) => `/serials/${one('serials')}/changes`),
  question('subscriptions.list', 'of a school', 'librarian', () => '/subscription-rounds'),
  question('subscriptions.read', 'one', 'librarian', ({ one }) => `/subscription-rounds/${one('rounds')}`),
  question(
    'subscriptions.lines',
    'of one',
    'librarian',
    ({ one }) => `/subscription-rounds/${one('rounds')}/lines`,
  ),
  question('serial-mandates.list', 'of a year', 'librarian', () => '/serial-mandates?year=2026'),
  question('mandate-payments.list', 'of a school', 'librarian', () => '/mandate-payments?year=2026'),
  question(
    'mandate-arrears.list',
    'of the county',
    'county-viewer',
    () => '/mandate-arrears?year=2026&onlyArrears=true',
    REPORT,
  ),
  question(
    'serial-issues.list',
    'of a month',
    'librarian',
    () => '/serial-issues?from=2026-05-01&to=2026-05-31',
  ),
  question('serial-days.list', 'of a term', 'librarian', () => '/serial-days?from=2026-03-02&to=2026-06-10'),
  question('missing-issues.list', 'of a school', 'librarian', () => '/missing-issues?year=2026'),
  question('serial-bindings.runs', 'due', 'librarian', () => '/serial-binding-runs'),
  question('back-issues.list', 'of a school', 'librarian', () => '/back-issues'),
  question('serial-allotments.list', 'of a year', 'librarian', () => '/serial-allotments?year=2026'),
  question(
    'serial-distribution.list',
    'of ten days',
    'librarian',
    () => '/serial-distribution?from=2026-06-01&to=2026-06-10',
  ),
  question('personal-subscriptions.list', 'of a school', 'librarian', () => '/personal-subscriptions'),
  question('personal-deliveries.list', 'of a school', 'librarian', () => '/personal-deliveries'),
  question('vacation-serials.list', 'of a school', 'librarian', () => '/vacation-serials'),
  question('serial-years.list', 'of a school', 'school-head', () => '/serial-years?year=2026', REPORT),
];
