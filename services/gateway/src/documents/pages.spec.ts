import { describe, expect, it } from '@jest/globals';
import { allEvents } from '@shulian/contracts';
import { problemTitles } from '@shulian/contracts/problems';
import { allProblems, problemOf } from './problem-pages.js';
import { schemaOf } from './schema-pages.js';

describe('the page of a problem code', () => {
  it.each(Object.entries(problemTitles))('%s says in both languages what it means', (code, { zh, en }) => {
    const found = problemOf(code);
    expect(found?.data).toEqual({ code, title: { zh, en } });
    expect(found?.html).toContain(zh);
    expect(allProblems.html).toContain(`href="/problems/${code}"`);
  });

  it.each(['', 'no.such-code', 'constructor', '__proto__', '<b>'])('is not there for %p', (code) => {
    expect(problemOf(code)).toBeNull();
  });
});

describe('the page of an event schema', () => {
  it('is there for every event, with the schema that the contracts hold', () => {
    for (const { type, data } of allEvents) {
      const found = schemaOf(type);
      expect(found?.data).toMatchObject({ title: type, properties: data.properties });
      expect(found?.html).not.toContain('<script');
    }
    expect(schemaOf('shulian.nothing.v1')).toBeNull();
  });
});
