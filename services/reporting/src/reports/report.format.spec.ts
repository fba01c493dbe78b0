import { describe, expect, it } from '@jest/globals';
import { reportAsCsv } from './report.format.js';

const aReport = (value: string | number | null) => ({
  name: 'r',
  title: '报表',
  asOf: '2026-10-12T04:00:00.000Z',
  parameters: {},
  columns: [
    { key: 'school', title: '学校' },
    { key: 'n', title: '册数' },
  ],
  rows: [{ school: value, n: 3 }],
});

describe('a report as CSV', () => {
  it('opens in a spreadsheet with its Chinese right', () => {
    expect(reportAsCsv(aReport('第一小学, "东"'))).toBe('\ufeff学校,册数\r\n"第一小学, ""东""",3\r\n');
  });
  it.each(['=1+1', '+1', '-1', '@a', '\t=1'])('takes the sting out of %p', (formula) => {
    expect(reportAsCsv(aReport(formula))).toContain(`'${formula}`);
  });
  it('keeps numbers and gaps', () => {
    expect(reportAsCsv(aReport(null))).toBe('\ufeff学校,册数\r\n,3\r\n');
  });
});
