import { describe, expect, it } from '@jest/globals';
import { hidingWordsIn, namedTwice, typesDeclaredIn, wrongRole } from './file-roles.mjs';

describe('file roles', () => {
  it.each([
    'services/catalog/src/main.ts',
    'services/catalog/src/titles/titles.query.ts',
    'services/catalog/src/titles/titles.query.int.spec.ts',
    'services/catalog/src/titles/describe-title.int.spec.ts',
    'services/catalog/src/titles/rules/title.ts',
    'services/catalog/src/titles/rules/title.spec.ts',
    'services/catalog/src/titles/rules/a-title.builder.ts',
    'services/catalog/migrations/1790000000000-create-title.ts',
    'libs/contracts/src/ids.ts',
  ])('lets %s be', (path) => {
    expect(wrongRole(path)).toBeNull();
  });

  it.each([
    ['services/catalog/src/titles/main.ts', 'names its role'],
    ['services/catalog/src/titles/title.ts', 'names its role'],
    ['services/catalog/src/titles/title.service.ts', 'no role'],
    ['services/catalog/src/titles/title.row.repository.ts', 'exactly one'],
    ['services/catalog/src/titles/Title.row.ts', 'lower-case'],
    ['services/catalog/src/titles/rules/title.row.ts', 'no other role'],
    ['services/catalog/src/titles/deep/rules/title.ts', '<feature>/rules/'],
    ['services/catalog/migrations/1-create-title.ts', '13 digits'],
  ])('refuses %s', (path, because) => {
    expect(wrongRole(path)).toContain(because);
  });
});

describe('words that hide', () => {
  it('are refused as whole words only', () => {
    expect(hidingWordsIn('LoanData')).toEqual(['data']);
    expect(hidingWordsIn('loan-utils')).toEqual(['utils']);
    expect(hidingWordsIn('database')).toEqual([]);
    expect(hidingWordsIn('Information')).toEqual([]);
  });

  it('are looked for in classes, types, interfaces and enums', () => {
    const source = 'class A {} type B = 1; interface ICopy {} enum D {} const e = 1;';
    expect(typesDeclaredIn(source, 'a.ts')).toEqual([
      { name: 'A', isInterface: false },
      { name: 'B', isInterface: false },
      { name: 'ICopy', isInterface: true },
      { name: 'D', isInterface: false },
    ]);
  });
});

describe('a body or an answer', () => {
  const orders = 'services/catalog/src/orders/orders.http.ts';
  const reviews = 'services/catalog/src/selection/reviews.http.ts';

  it('has a name of its own in its service', () => {
    const both = [
      { path: orders, name: 'LinesAsked' },
      { path: reviews, name: 'LinesAsked' },
    ];
    expect(namedTwice(both)).toEqual([`${reviews}: LinesAsked is in ${orders} already`]);
  });

  it('may be called as one of another service, and as what no door shows', () => {
    const apart = [
      { path: orders, name: 'LinesAsked' },
      { path: 'services/readers/src/classes/classes.http.ts', name: 'LinesAsked' },
      { path: 'services/catalog/src/selection/rules/review.ts', name: 'LinesAsked' },
    ];
    expect(namedTwice(apart)).toEqual([]);
  });
});
