import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import { ReadingLife } from '../a-reading-life.builder.js';
import type { CampaignView, RateView } from './reading-campaigns.http.js';

let life: ReadingLife;
beforeAll(async () => {
  life = await ReadingLife.open(await freshDatabase('reading_campaigns'));
});
afterAll(() => life?.at.end());

const parts = [
  { code: 'reasons', name: '推荐理由', source: 'entered', goalPercent: 100 },
  { code: 'reflections', name: '心得体会', source: 'reading-notes', goalPercent: 80 },
  { code: 'borrowed', name: '借书', source: 'loans', goalPercent: 50 },
];
const days = { name: '读书月', startsOn: '2026-10-01', endsOn: '2026-10-31' };
const ratesOf = async (id: string, by: string): Promise<(string | number | boolean | null)[][]> =>
  (await life.items<RateView>('librarian', `/reading-campaigns/${id}/rates?by=${by}`)).map(
    ({ code, grade, heads, participants, rate, reached }) => [
      code,
      grade,
      heads,
      participants,
      rate,
      reached,
    ],
  );

describe('a reading campaign', () => {
  it('[ACT-059] has its rates of participation by class and grade, from what is entered, notes and loans', async () => {
    const { pupil, classmate, other } = life.at.readers;
    const { id } = await life.made<CampaignView>('librarian', '/reading-campaigns', { ...days, parts });
    const at = `/reading-campaigns/${id}/participations`;
    await life.done('teacher', 'PUT', at, { code: 'reasons', readerIds: [pupil, classmate] });
    await life.done('teacher', 'PUT', at, { code: 'reasons', readerIds: [pupil] });
    await life.note(pupil);
    await life.lend(pupil, life.at.title, '2026-10-01');
    await life.lend(classmate, life.at.title, '2026-09-30');
    expect(await ratesOf(id, 'grade')).toEqual([
      ['reasons', 1, 1, 0, 0, false],
      ['reasons', 3, 2, 2, 100, true],
      ['reflections', 1, 1, 0, 0, false],
      ['reflections', 3, 2, 1, 50, false],
      ['borrowed', 1, 1, 0, 0, false],
      ['borrowed', 3, 2, 1, 50, true],
    ]);
    expect(await ratesOf(id, 'school')).toEqual([
      ['reasons', null, 3, 2, 66.6, false],
      ['reflections', null, 3, 1, 33.3, false],
      ['borrowed', null, 3, 1, 33.3, false],
    ]);
    await life.done('teacher', 'PUT', at, { code: 'reasons', readerIds: [classmate], tookPart: false });
    expect((await ratesOf(id, 'class'))[1]).toEqual(['reasons', 3, 2, 1, 50, false]);
    expect((await life.at.printed('teacher', `/reading-campaigns/${id}/rates?by=class`))[0]).toBe(
      '内容,年级,班级,人数,参与,参与率（%）,目标（%）',
    );
    expect(await life.refused('teacher', 'PUT', at, { code: 'reasons', readerIds: [other] })).toEqual([
      403,
      'permission.denied',
    ]);
    expect((await life.refused('teacher', 'PUT', at, { code: 'borrowed', readerIds: [pupil] }))[0]).toBe(400);
    expect((await life.refused('teacher', 'PUT', at, { code: 'reasons', readerIds: [newId()] }))[0]).toBe(
      422,
    );
    expect(await life.refused('foreign', 'GET', `/reading-campaigns/${id}/rates`)).toEqual([
      404,
      'resource.unknown',
    ]);
  });

  it('[ACT-059] has no rate where there are no pupils, and is for the grades it names', async () => {
    const { id } = await life.made<CampaignView>('librarian', '/reading-campaigns', {
      ...days,
      grades: [1],
      parts: [parts[0]],
    });
    expect((await ratesOf(id, 'class')).map(([, grade]) => grade)).toEqual([1]);
    await life.at.service.sql('update known_reader set active = false where reader_id = $1', [
      life.at.readers.other,
    ]);
    expect(await ratesOf(id, 'class')).toEqual([['reasons', 1, 0, 0, null, false]]);
    const [first] = await life.items<CampaignView>('teacher', '/reading-campaigns');
    expect(first?.id).toBe(id);
    expect((await life.at.printed('teacher', '/reading-campaigns?limit=9'))[0]).toBe('名称,自,至,内容');
    expect(
      (
        await life.refused('librarian', 'POST', '/reading-campaigns', {
          ...days,
          endsOn: '2026-09-30',
          parts,
        })
      )[0],
    ).toBe(400);
  });
});
