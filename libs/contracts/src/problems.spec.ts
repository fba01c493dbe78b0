import { describe, expect, it } from '@jest/globals';
import { activitiesProblems } from './activities/index.js';
import { catalogProblems } from './catalog/index.js';
import { circulationProblems } from './circulation/index.js';
import { commonProblems, type ProblemTitles } from './envelope/problem.js';
import { problemTitles } from './problems.js';
import { readersProblems } from './readers/index.js';
import { reportingProblems } from './reporting/index.js';

const ofServices: readonly ProblemTitles[] = [
  commonProblems,
  readersProblems,
  catalogProblems,
  circulationProblems,
  activitiesProblems,
  reportingProblems,
];

describe('the codes of problems and reasons', () => {
  it('every code is words with a dot between them and has a title in Chinese and in English', () => {
    for (const [code, { zh, en }] of Object.entries(problemTitles)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/);
      expect({ code, zh }).toEqual({ code, zh: expect.stringMatching(/\p{Script=Han}/u) });
      expect({ code, en }).toEqual({ code, en: expect.stringMatching(/^[A-Z][^\p{Script=Han}]+$/u) });
    }
  });

  it('a code that two services answer has the same title in both', () => {
    for (const titles of ofServices) expect(problemTitles).toMatchObject(titles);
  });
});
