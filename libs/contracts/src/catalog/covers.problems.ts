import { picturesProblems } from '../pictures.problems.js';

/** A cover is a picture, and nothing else is said of it. */
export const coversProblems = picturesProblems;
