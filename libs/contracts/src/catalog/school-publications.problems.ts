import type { ProblemTitles } from '../envelope/problem.js';

export const schoolPublicationsProblems = {
  'school-publication.has-copies': {
    zh: '该出版物尚有在藏册，不能撤销',
    en: 'The school holds copies of the publication',
  },
} as const satisfies ProblemTitles;
