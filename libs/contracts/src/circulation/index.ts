export * from './borrower.js';
export * from './features.js';
export * from './topics.js';
