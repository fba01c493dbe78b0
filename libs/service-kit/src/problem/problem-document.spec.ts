import { describe, expect, it } from '@jest/globals';
import { languageOf, ProblemDocuments } from './problem-document.js';
import { Refused } from './refused.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['*', 'zh'],
    ['fr', 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.8,zh;q=0.9', 'zh'],
    ['en;q=0.9,zh;q=0.8', 'en'],
    ['en;q=0', 'zh'],
  ])('for %p is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('a problem document', () => {
  const documents = new ProblemDocuments({ 'reader.at-limit': { zh: '已借满', en: 'At the limit' } });
  const refusal = new Refused('checkout.refused', [
    { code: 'reader.at-limit', severity: 'deny', overridable: true, facts: { limit: 5 } },
  ]);

  it('keeps the code and translates the title', () => {
    expect(documents.of(refusal, 'en', 'x')).toMatchObject({
      status: 409,
      code: 'checkout.refused',
      title: 'checkout.refused',
      instance: 'urn:uuid:x',
      reasons: [{ code: 'reader.at-limit', title: 'At the limit', facts: { limit: 5 }, overridable: true }],
    });
    expect(documents.of(refusal, 'zh', 'x')).toMatchObject({ reasons: [{ title: '已借满' }] });
  });
});
