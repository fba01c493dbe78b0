import { describe, expect, it } from '@jest/globals';
import { coveragePage, idsInTitles, requirementsIn } from './coverage.mjs';

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

  it('counts covered and missing rows for each service and in all', () => {
    const rows = { circulation: [1, 2, 3].map((n) => ({ id: id(`00${n}`), capability: 'x' })) };
    const page = coveragePage(rows, new Map([[id('002'), new Set(['a/b.spec.ts'])]]));
    expect(page).toContain('| [circulation](requirements/circulation.md) | 3 | 1 | 2 |');
    expect(page).toContain('| **all** | 3 | 1 | 2 |');
    expect(page).toContain(`Missing: ${id('001')}, ${id('003')}`);
  });
});
