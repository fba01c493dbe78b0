import { question, REPORT, type Question } from './question.js';

/** From the wish to the delivery: asked by those who buy, and by their head. */
export const buying: readonly Question[] = [
  question('vendors.list', 'of a school', 'librarian', () => '/vendors'),
  question('vendors.read', 'one', 'librarian', ({ one }) => `/vendors/${one('vendors')}`),
  question('suitability-reviews.list', 'newest first', 'librarian', () => '/suitability-reviews'),
  question(
    'suitability-reviews.list',
    'unsuitable',
    'school-head',
    () => '/suitability-reviews?verdict=unsuitable',
  ),
  question(
    'suitability-reviews.read',
    'one',
    'librarian',
    ({ one }) => `/suitability-reviews/${one('reviews')}`,
  ),
  question('suggestions.list', 'of my school', 'reader', () => '/suggestions'),
  question('suggestions.list', 'mine', 'reader', () => '/suggestions?mine=true'),
  question('suggestions.list', 'open', 'librarian', () => '/suggestions?status=open'),
  question('suggestions.read', 'one', 'reader', ({ one }) => `/suggestions/${one('suggestions')}`),
  question('orders.list', 'newest first', 'librarian', () => '/orders'),
  question('orders.list', 'submitted', 'school-head', () => '/orders?status=submitted'),
  question('orders.read', 'one', 'librarian', ({ one }) => `/orders/${one('orders')}`),
  question('orders.lines', 'of one', 'librarian', ({ one }) => `/orders/${one('orders')}/lines`),
  question('deliveries.list', 'newest first', 'librarian', () => '/deliveries'),
  question('deliveries.list', 'checked now', 'librarian', () => '/deliveries?status=checking'),
  question('deliveries.read', 'one', 'librarian', ({ one }) => `/deliveries/${one('deliveries')}`),
  question('deliveries.lines', 'of one', 'librarian', ({ one }) => `/deliveries/${one('deliveries')}/lines`),
  question('purchases.register', 'from the first', 'librarian', () => '/purchase-register'),
  question(
    'purchases.register',
    'of a term',
    'librarian',
    () => '/purchase-register?from=2026-03-02&to=2026-07-03',
  ),
  question('purchases.statistics', 'by term', 'school-head', () => '/purchase-statistics', REPORT),
  question('purchases.statistics', 'by year', 'school-head', () => '/purchase-statistics?by=year', REPORT),
  question('acquisition-plans.list', 'of a school', 'school-head', () => '/acquisition-plans', REPORT),
  question(
    'acquisition-plans.read',
    'one',
    'school-head',
    ({ one }) => `/acquisition-plans/${one('plans')}`,
    REPORT,
  ),
];
