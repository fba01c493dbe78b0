import { describe, expect, it } from '@jest/globals';
import { reports } from './all.report.js';

const sorts = {
  id: 'string',
  text: 'string',
  day: 'string',
  integer: 'number',
  decimal: 'number',
  fen: 'number',
};

describe.each(reports.map((report) => [report.name, report] as const))('the report %s', (name, report) => {
  it('has a sample with each of its columns, of the type it says', () => {
    expect(report.sample.length).toBeGreaterThan(0);
    for (const row of report.sample) {
      expect(Object.keys(row)).toEqual(Object.keys(report.columns));
      for (const [key, { type }] of Object.entries(report.columns))
        expect([key, typeof row[key]]).toEqual([key, sorts[type]]);
    }
  });
  it('hides, where few are counted, columns that it has', () => {
    const { people = 'readers', hides = [] } = report.privacyFloor ?? {};
    for (const column of report.privacyFloor === undefined ? [] : [people, ...hides])
      expect(Object.keys(report.columns)).toContain(column);
  });
  it('has a name that stands in a URL as it is', () => {
    expect(name).toMatch(/^[a-z][a-z-]+$/);
  });
});
