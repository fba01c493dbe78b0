export { classNameOn, gradeOn, schoolYearOf, type PlaceOfClass } from './class-on-day.js';
export * from './features.js';
export * from './topics.js';
