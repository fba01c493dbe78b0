import { asked, REPORT, type Question } from './question.js';

/** From the wish to the delivery: asked by those who buy, and by their head. */
export const buying: readonly Question[] = [
  asked('vendors.list', 'of a school', 'librarian', () => '/vendors'),
  asked('vendors.read', 'one', 'librarian', ({ one }) => `/vendors/${one('vendors')}`),
  asked('suitability-reviews.list', 'newest first', 'librarian', () => '/suitability-reviews'),
  asked(
    'suitability-reviews.list',
    'unsuitable',
    'school-head',
    () => '/suitability-reviews?verdict=unsuitable',
  ),
  asked(
    'suitability-reviews.read',
    'one',
    'librarian',
    ({ one }) => `/suitability-reviews/${one('reviews')}`,
  ),
  asked('suggestions.list', 'of my school', 'reader', () => '/suggestions'),
  asked('suggestions.list', 'mine', 'reader', () => '/suggestions?mine=true'),
  asked('suggestions.list', 'open', 'librarian', () => '/suggestions?status=open'),
  asked('suggestions.read', 'one', 'reader', ({ one }) => `/suggestions/${one('suggestions')}`),
  asked('orders.list', 'newest first', 'librarian', () => '/orders'),
  asked('orders.list', 'submitted', 'school-head', () => '/orders?status=submitted'),
  asked('orders.read', 'one', 'librarian', ({ one }) => `/orders/${one('orders')}`),
  asked('orders.lines', 'of one', 'librarian', ({ one }) => `/orders/${one('orders')}/lines`),
  asked('deliveries.list', 'newest first', 'librarian', () => '/deliveries'),
  asked('deliveries.list', 'checked now', 'librarian', () => '/deliveries?status=checking'),
  asked('deliveries.read', 'one', 'librarian', ({ one }) => `/deliveries/${one('deliveries')}`),
  asked('deliveries.lines', 'of one', 'librarian', ({ one }) => `/deliveries/${one('deliveries')}/lines`),
  asked('purchases.register', 'from the first', 'librarian', () => '/purchase-register'),
  asked(
    'purchases.register',
    'of a term',
    'librarian',
    () => '/purchase-register?from=2026-03-02&to=2026-07-03',
  ),
  asked('purchases.statistics', 'by term', 'school-head', () => '/purchase-statistics', REPORT),
  asked('purchases.statistics', 'by year', 'school-head', () => '/purchase-statistics?by=year', REPORT),
  asked('acquisition-plans.list', 'of a school', 'school-head', () => '/acquisition-plans', REPORT),
  asked(
    'acquisition-plans.read',
    'one',
    'school-head',
    ({ one }) => `/acquisition-plans/${one('plans')}`,
    REPORT,
  ),
];
