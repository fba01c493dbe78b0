import { describe, expect, it } from '@jest/globals';
import { asksOverHttp, coveragePage, faultsOfClaims, idsInTitles, requirementsIn } from './coverage.mjs';

// The ids are put together here, so that this spec itself covers nothing.
const id = (number: string) => `CIR-${number}`;

describe('coverage of the requirements', () => {
  it('reads the rows of a requirement page', () => {
    expect(
      requirementsIn(`| ID | Capability |\n| --- | --- |\n| ${id('010')} | Never lent | 工具书 |\n`),
    ).toEqual([{ id: id('010'), capability: 'Never lent' }]);
  });

  it('finds ids in the titles of tests and suites, several in one pair of brackets too', () => {
    const spec = `
      describe('[${id('001')}] lending', () => {
        it('[${id('002')}, ${id('003')}] counts', () => {});
        it.each([1, 2])(\`[${id('004')}] with %d\`, () => {});
        (process.env.X ? it : it.skip)('[${id('005')}] with real records', () => {});
      });`;
    expect([...idsInTitles(spec)]).toEqual(['001', '002', '003', '004', '005'].map(id));
  });

  it('takes no id from a test that never runs, from a comment or from the body of a test', () => {
    const spec = `
      // [${id('006')}]
      it.skip('[${id('007')}] later', () => {});
      it.todo('[${id('008')}] later');
      describe.skip('not now', () => { it('[${id('009')}] inside', () => {}); });
      it('plain', () => { const text = '[${id('010')}]'; });`;
    expect([...idsInTitles(spec)]).toEqual([]);
  });

  it.each([
    ['journeys/the-doors.e2e.spec.ts', true],
    ['journeys/many-hands.journey.ts', true],
    ['services/catalog/src/titles/titles.int.spec.ts', true],
    ['services/catalog/src/titles/titles.http.spec.ts', false],
    ['services/catalog/src/titles/rules/title.spec.ts', false],
  ])('%s asks over HTTP: %p', (path, asks) => expect(asksOverHttp(path)).toBe(asks));

  const claim = { who: 'librarian', through: ['loans.list'], accept: 'a list', missing: '' };
  const known = new Set(['001', '002', '003'].map(id));
  const exists = (name: string): boolean => name === 'loans.list';
  it('finds nothing wrong with a claim that a test over HTTP shows', () => {
    const specs = new Map([[id('001'), new Set(['a.int.spec.ts'])]]);
    expect(faultsOfClaims({ [id('001')]: claim }, specs, known, exists)).toEqual([]);
  });
  it.each([
    ['without a test', { [id('001')]: claim }, [], 'claimed, and no test over HTTP has it in its title'],
    ['of no requirement', { [id('009')]: claim }, ['009'], 'no requirement has this id'],
    ['through nothing there is', { [id('001')]: { ...claim, through: ['x.y'] } }, ['001'], 'there is no x.y'],
    ['through nothing', { [id('001')]: { ...claim, through: [] } }, ['001'], 'goes through no operation'],
    [
      'that says not what is missing',
      { [id('001')]: { who: 'x', through: [], accept: 'x' } },
      ['001'],
      'has to have who, through, accept, missing',
    ],
    ['that says not what is seen', { [id('001')]: { ...claim, accept: '' } }, ['001'], 'says nothing'],
    ['that nobody made', {}, ['002'], 'not claimed in'],
  ])('a claim %s is a fault', (_what, claims, shown, fault) => {
    const specs = new Map(shown.map((number) => [id(number), new Set(['a.int.spec.ts'])]));
    expect(faultsOfClaims(claims, specs, known, exists)).toEqual([expect.stringContaining(fault)]);
  });

  it('counts rows that are whole, in part and not there, for each service and in all', () => {
    const rows = { circulation: [1, 2, 3].map((n) => ({ id: id(`00${n}`), capability: 'x' })) };
    const claims = { [id('001')]: claim, [id('002')]: { ...claim, missing: 'the receipt' } };
    const page = coveragePage(rows, claims, new Map([[id('002'), new Set(['a/b.int.spec.ts'])]]));
    expect(page).toContain('| [circulation](requirements/circulation.md) | 3 | 1 | 1 | 1 |');
    expect(page).toContain('| **all** | 3 | 1 | 1 | 1 |');
    expect(page).toContain('the receipt | [b.int.spec.ts](../a/b.int.spec.ts) |');
    expect(page).toContain(`None: ${id('003')}`);
  });
});
