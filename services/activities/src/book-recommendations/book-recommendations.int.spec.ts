import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { ReadingLife } from '../a-reading-life.builder.js';
import type { CoverageView, ExhibitionView, IssueView, WeekView } from './recommendations.http.js';

let life: ReadingLife;
const titles: TitleId[] = [];
beforeAll(async () => {
  life = await ReadingLife.open(await freshDatabase('book_recommendations'));
  const names = Array.from({ length: 20 }, (_, at) => `新书${String(at)}`);
  titles.push(...(await Promise.all(names.map((name) => life.title(name)))));
  await Promise.all(titles.map((titleId) => life.accession(titleId, '2026-03-02')));
});
afterAll(() => life?.at.end());

const issue = (weekOf: string, of: readonly TitleId[]): Promise<IssueView> =>
  life.made<IssueView>('librarian', '/recommendation-issues', {
    weekOf,
    theme: '秋日好书',
    titles: of.map((titleId) => ({ titleId, reason: '值得一读' })),
  });
const publish = (id: string): Promise<IssueView> =>
  life.done('librarian', 'POST', `/recommendation-issues/${id}/publication`);
const coverage = async (goal = ''): Promise<CoverageView | undefined> =>
  (await life.items<CoverageView>('head', `/recommendation-coverage?limit=50${goal}`))[0];

describe('weekly recommendations', () => {
  it('[ACT-002] reach fifteen percent of the new titles of the year at three of twenty, and not at two', async () => {
    const old = await life.title('旧书');
    await life.accession(old, '2024-03-01');
    await life.accession(old, '2026-04-01');
    const first = await issue('2026-10-14', [titles[0]!, titles[1]!, old]);
    expect(first).toMatchObject({ weekOf: '2026-10-12', status: 'draft', number: null });
    expect(await coverage()).toMatchObject({ issues: 0, newTitles: 20, recommendedNewTitles: 0, share: 0 });
    expect(await publish(first.id)).toMatchObject({
      status: 'published',
      number: 1,
      publishedOn: '2026-10-14',
    });
    expect(await coverage()).toMatchObject({
      issues: 1,
      year: 2026,
      recommendedNewTitles: 2,
      share: 10,
      reached: false,
    });
    const second = await issue('2026-10-19', [titles[1]!, titles[2]!]);
    await publish(second.id);
    expect(await coverage()).toMatchObject({ issues: 2, recommendedNewTitles: 3, share: 15, reached: true });
    expect(await coverage('&goalPercent=16')).toMatchObject({ reached: false });
    await life.done('librarian', 'POST', `/recommendation-issues/${second.id}/withdrawal`);
    expect(await coverage()).toMatchObject({ issues: 1, recommendedNewTitles: 2, reached: false });
    expect((await life.at.printed('head', '/recommendation-coverage?limit=50'))[0]).toBe(
      '学期,期数,年度,当年新书（种）,已推荐（种）,覆盖率（%）,达标',
    );
  });

  it('[ACT-002] know each week as kept, late, missing or open, with an exhibition for each two of them', async () => {
    const late = await issue('2026-09-07', [titles[3]!]);
    await publish(late.id);
    const exhibition = { heldOn: '2026-09-13', theme: '开学书展', titleIds: [titles[0]], notesShown: 12 };
    await life.made('librarian', '/book-exhibitions', exhibition);
    const second = await life.made<ExhibitionView>('librarian', '/book-exhibitions', {
      heldOn: '2026-10-13',
      forDay: '2026-09-15',
      theme: '迟到书展',
    });
    const weeks = await life.items<WeekView>('teacher', '/recommendation-weeks?on=2026-09-20');
    expect(weeks.slice(0, 8).map(({ from, issue: state }) => [from, state])).toEqual([
      ['2026-08-31', 'missing'],
      ['2026-09-07', 'late'],
      ['2026-09-14', 'missing'],
      ['2026-09-21', 'missing'],
      ['2026-09-28', 'missing'],
      ['2026-10-05', 'missing'],
      ['2026-10-12', 'kept'],
      ['2026-10-19', 'open'],
    ]);
    expect(weeks.slice(0, 8).map(({ exhibition: state }) => state)).toEqual([
      'kept', 'kept', 'late', 'late', 'missing', 'missing', 'open', 'open',
    ]); // prettier-ignore
    expect((await life.at.printed('librarian', '/recommendation-weeks?on=2026-10-14'))[0]).toBe(
      '自,至,期数,发布,推荐,书展期限,书展,书展情况',
    );
    expect((await life.at.printed('librarian', '/book-exhibitions?limit=9'))[0]).toBe(
      '日期,主题,地点,种数,读书心得（篇）',
    );
    await life.done('librarian', 'DELETE', `/book-exhibitions/${second.id}`);
    expect(await life.items('librarian', '/book-exhibitions')).toHaveLength(1);
    expect(
      await life.refused('librarian', 'POST', '/book-exhibitions', { heldOn: '2026-10-15', theme: '未来' }),
    ).toEqual([400, 'request.invalid']);
    expect(await life.refused('foreign', 'DELETE', `/book-exhibitions/${second.id}`)).toEqual([
      404,
      'resource.unknown',
    ]);
  });

  it('are announced with their titles, seen by pupils once they are out, and never by another school', async () => {
    const draft = await issue('2026-10-14', [titles[4]!]);
    const at = `/recommendation-issues/${draft.id}`;
    expect((await life.refused('pupil', 'GET', at))[0]).toBe(404);
    const changed = await life.done<IssueView>(
      'librarian',
      'PATCH',
      at,
      { theme: '改题', titles: [{ titleId: titles[5] }] },
      1,
    );
    expect(changed).toMatchObject({
      version: 2,
      theme: '改题',
      titles: [{ titleId: titles[5], title: '新书5' }],
    });
    expect(
      (await life.at.call('librarian', 'PATCH', at, { theme: '晚' }, { 'if-match': '"v1"' })).status,
    ).toBe(412);
    const { number } = await publish(draft.id);
    expect(await life.done('pupil', 'GET', at)).toMatchObject({ theme: '改题', number });
    expect(
      (await life.items<IssueView>('pupil', '/recommendation-issues')).every(
        ({ status }) => status === 'published',
      ),
    ).toBe(true);
    for (const [method, path] of [
      ['GET', at],
      ['POST', `${at}/withdrawal`],
    ] as const)
      expect(await life.refused('foreign', method, path)).toEqual([404, 'resource.unknown']);
    expect(await life.refused('pupil', 'POST', `${at}/withdrawal`)).toEqual([403, 'permission.denied']);
    expect(await life.refused('librarian', 'POST', `${at}/publication`)).toEqual([
      409,
      'recommendation.not-now',
    ]);
    await life.done('librarian', 'POST', `${at}/withdrawal`);
    const [published, withdrawn] = await life.announced(draft.id);
    const type = 'shulian.activities.recommendation.published.v1';
    expect(published).toMatchObject({ type });
    expect(JSON.stringify(published)).toContain(String(titles[5]));
    expect(JSON.stringify(withdrawn)).toContain('"withdrawn":true');
    expect((await life.at.printed('librarian', '/recommendation-issues?limit=9'))[0]).toBe(
      '期号,周,主题,书目,状态,发布',
    );
  });

  it('are numbered without a gap, however many are published at once', async () => {
    const drafts = await Promise.all([6, 7, 8, 9].map((of) => issue('2026-10-14', [titles[of]!])));
    const numbers = await Promise.all(drafts.map(async ({ id }) => (await publish(id)).number ?? 0));
    const [least] = [...numbers].sort((one, other) => one - other);
    expect([...numbers].sort((one, other) => one - other)).toEqual([0, 1, 2, 3].map((n) => n + (least ?? 0)));
  });

  it('name titles that somebody has described, each once', async () => {
    const body = (...of: string[]) => ({
      weekOf: '2026-10-14',
      theme: 'x',
      titles: of.map((titleId) => ({ titleId })),
    });
    expect(await life.refused('librarian', 'POST', '/recommendation-issues', body(newId()))).toEqual([
      422,
      'request.unknown-reference',
    ]);
    expect(
      (await life.refused('librarian', 'POST', '/recommendation-issues', body(titles[0]!, titles[0]!)))[0],
    ).toBe(400);
    expect((await life.refused('librarian', 'POST', '/recommendation-issues', body()))[0]).toBe(400);
  });
});
