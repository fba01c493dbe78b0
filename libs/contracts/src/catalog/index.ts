export * from './features.js';
export * from './topics.js';
