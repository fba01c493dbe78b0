import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { LogbookSchool } from './a-logbook-school.builder.js';

let at: LogbookSchool;
beforeAll(async () => {
  at = await LogbookSchool.open(await freshDatabase('collection_logbooks'));
}, 60_000);
afterAll(() => at.end());

const book = (logbook: string): Promise<string[]> =>
  at.printed('librarian', `/logbook-entries?logbook=${logbook}`);

describe('what is done with papers', () => {
  it('[CAT-068] the newspapers of a year are checked against the register, and the head signs; a year without it is missing', async () => {
    const years = async (): Promise<string[]> =>
      (await at.dues('head', 'newspaper-check', 'from=2025-09-01&to=2026-10-14')).map(({ state }) => state);
    expect(await years()).toEqual(['missing', 'open']);
    const { id } = await at.write('librarian', 'newspaper-check', {
      newspaper: '中国教育报', due: 300, received: 298, agrees: false, difference: '缺两期，已催',
    }); // prettier-ignore
    expect((await at.sign('head', id)).signedOn).toBe('2026-10-14');
    expect(await book('newspaper-check')).toEqual([
      '编号,日期,报纸,应到期数,实到期数,与登记相符,差异及处理,更正,签字日期',
      '1,2026-10-14,中国教育报,300,298,否,缺两期，已催,,2026-10-14',
    ]);
    expect(await years()).toEqual(['missing', 'kept']);
  });

  it('[CAT-075] papers are arranged, bound and put away at the end of months and years; a month without is missing', async () => {
    const months = async (): Promise<string[]> =>
      (await at.dues('head', 'papers-arranged', 'from=2026-09-01&to=2026-10-14')).map(({ state }) => state);
    expect(await months()).toEqual(['missing', 'open']);
    await at.write(
      'librarian',
      'papers-arranged',
      { occasion: 'month-end', kind: 'vouchers', papers: '九月购书发票', volumes: 2, place: '档案柜二层' },
      { happenedOn: '2026-09-30' },
    );
    expect(await months()).toEqual(['late', 'open']);
    expect((await book('papers-arranged'))[1]).toContain('月底,凭证,九月购书发票,2,档案柜二层');
  });

  it('[CAT-102] guidance before filing is kept by department and officer, with the files that were prepared', async () => {
    await at.write('librarian', 'filing-guidance', {
      unit: '教务处', officer: '李老师', guidance: '按问题分类', files: 12, open: '补目录',
    }); // prettier-ignore
    expect((await book('filing-guidance'))[1]).toContain('教务处,李老师,按问题分类,补目录,12');
    expect(await at.entries('foreign', 'filing-guidance', '')).toHaveLength(0);
  });
});
