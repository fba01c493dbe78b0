import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type { ProjectDay, ProjectView } from './projects.http.js';

let catalog: CatalogForTests;
let titleId: string;
let today: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_retrospective'));
  titleId = (await catalog.call('POST', '/titles', { title: '草房子' })).body['id'];
  today = (await entered()).accessionedOn;
}, 60_000);
afterAll(() => catalog.end());

const entered = async (more: object = {}, as = catalog.librarian): Promise<CopyView> =>
  (await catalog.call('POST', '/copies', { titleId, ...more }, { as })).body;
const plan = (more: object = {}): Promise<Reply> =>
  catalog.call('POST', '/retrospective-projects', {
    name: '回溯建库',
    goalVolumes: 4,
    beginsOn: today,
    endsOn: '2999-12-31',
    ...more,
  });
const planned = async (more: object = {}): Promise<ProjectView> => {
  const { status, body } = await plan(more);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};
const read = async ({ id }: ProjectView): Promise<ProjectView> =>
  (await catalog.call('GET', `/retrospective-projects/${id}`)).body;
const change = ({ id, version }: ProjectView, input: object, as = catalog.librarian): Promise<Reply> =>
  catalog.call('PATCH', `/retrospective-projects/${id}`, input, {
    as,
    headers: { 'if-match': `"v${String(version)}"` },
  });
const csvOf = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${catalog.url}/api/v1${path}?format=csv`, {
    headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').split('\r\n');
};

describe('a retrospective project', () => {
  it('[CAT-058] counts what was entered since it began and not bought, its rate, the days to go and its end', async () => {
    const project = await planned();
    const before = project.entered;
    await entered();
    const disc = await entered({ kind: 'audiovisual' });
    await entered({ source: 'donation' });
    await entered({ source: 'purchase', withoutDeliveryReason: '零购' });
    await entered({}, catalog.otherLibrarian);
    const now = await read(project);
    expect(now).toMatchObject({
      entered: before + 2, goalVolumes: 4, left: 2 - before, days: 1, ratePerDay: (before + 2) * 100, daysToGo: 1, onTime: true,
    }); // prettier-ignore
    const discs = await planned({ name: '音像', kind: 'audiovisual', goalVolumes: 10 });
    expect(discs).toMatchObject({ entered: 1, left: 9, daysToGo: 9 });

    await catalog.call('PATCH', `/copies/${disc.id}`, { status: 'withdrawn', withdrawalReason: 'lost' }, {
      headers: { 'if-match': '"v1"' },
    }); // prettier-ignore
    expect(await read(discs)).toMatchObject({ entered: 0, daysToGo: null, expectedEnd: null, onTime: false });
    const { body } = await catalog.call('GET', `/retrospective-projects/${project.id}/days`);
    expect((body as { items: ProjectDay[] }).items).toEqual([
      { day: today, entered: before + 1, sum: before + 1, left: 3 - before },
    ]);
    expect((await csvOf('/retrospective-projects'))[0]).toBe(
      '项目,开始,期限,目标册数,已录册数,尚余,已用天数,每日册数,尚需天数,预计完成,如期,结束',
    );
    expect((await csvOf(`/retrospective-projects/${project.id}/days`)).slice(0, 2)).toEqual([
      '日期,当日册数,累计,尚余',
      `${today},${String(before + 1)},${String(before + 1)},${String(3 - before)}`,
    ]);
    const { body: list } = await catalog.call('GET', '/retrospective-projects?limit=1');
    expect(list).toMatchObject({ items: [{ schoolId: catalog.schools[0] }], nextCursor: expect.any(String) });
  });

  it('[CAT-058] gets another goal and last day, is ended, and goes on again', async () => {
    const project = await planned({ goalVolumes: 1_000 });
    const wider = (await change(project, { goalVolumes: 2_000, endsOn: today })).body as ProjectView;
    expect(wider).toMatchObject({
      version: 2,
      goalVolumes: 2_000,
      endsOn: today,
      onTime: false,
      neededPerDay: null,
    });
    expect((await change(project, { goalVolumes: 3_000 })).status).toBe(412);
    expect((await change(wider, { endsOn: '2000-01-01' })).status).toBe(400);
    const ended = (await change(wider, { ended: true })).body as ProjectView;
    expect(ended.endedOn).toBe(today);
    expect((await change(ended, { ended: false })).body).toMatchObject({ endedOn: null });
    expect((await change(ended, { name: '别校' }, catalog.otherLibrarian)).status).toBe(404);
    expect((await plan({ goalVolumes: 0 })).status).toBe(400);
    expect((await plan({ goalVolumes: 1 })).status).toBe(201);
    expect((await plan({ beginsOn: '2026-02-30' })).status).toBe(400);
  });
});
