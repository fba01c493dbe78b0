import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type { ShiftStep, ShiftView } from './shelf-shifts.http.js';

let catalog: CatalogForTests;
let shelves: string[];
let copies: CopyView[];
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_shelf_shifts'));
  shelves = [];
  for (const name of ['甲架', '乙架', '丙架'])
    shelves.push(await post<{ id: string }>('/locations', { kind: 'shelf', name }).then(({ id }) => id));
  copies = [];
  for (const clc of ['I24', 'I28', 'K82']) {
    const { id } = await post<{ id: string }>('/titles', { title: `${clc}的书`, clc });
    copies.push(await post('/copies', { titleId: id }));
  }
  await post('/copy-moves', { toId: shelves[0], barcodes: copies.map(({ barcode }) => barcode) });
}, 60_000);
afterAll(() => catalog.end());

const post = async <View>(path: string, body: unknown): Promise<View> => {
  const answer = await catalog.call('POST', path, body);
  expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status: 201 });
  return answer.body;
};
const plan = (more: object = {}, as = catalog.librarian): Promise<Reply> =>
  catalog.call('POST', '/shelf-shifts', {
    name: '二楼书库倒架',
    beginsOn: '2026-10-12',
    endsOn: '2026-10-16',
    steps: [
      { standsIn: shelves[0], fromCallNumber: 'I', toCallNumber: 'I', toId: shelves[1] },
      { standsIn: shelves[0], fromCallNumber: 'K', toCallNumber: 'K', toId: shelves[2] },
    ],
    ...more,
  }, { as }); // prettier-ignore
const planned = async (more: object = {}): Promise<ShiftView> => {
  const { status, body } = await plan(more);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};
const carryOut = ({ id }: ShiftView, number: number | string, as = catalog.librarian): Promise<Reply> =>
  catalog.call('POST', `/shelf-shifts/${id}/steps/${String(number)}/move`, undefined, { as });
const change = ({ id, version }: ShiftView, input: object): Promise<Reply> =>
  catalog.call('PATCH', `/shelf-shifts/${id}`, input, { headers: { 'if-match': `"v${String(version)}"` } });
const stepsOf = async ({ id }: ShiftView): Promise<ShiftStep[]> =>
  ((await catalog.call('GET', `/shelf-shifts/${id}/steps`)).body as { items: ShiftStep[] }).items;
const undo = (step: ShiftStep | undefined): Promise<Reply> =>
  catalog.call('POST', `/copy-moves/${step?.moveId ?? ''}/undo`);
const placeOf = async (copy: CopyView | undefined): Promise<string | null> =>
  ((await catalog.call('GET', `/copies/${copy?.id ?? ''}`)).body as CopyView).locationId;
const linesOf = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${catalog.url}/api/v1${path}?format=csv`, {
    headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').split('\r\n');
};

describe('a shelf shift', () => {
  it('[CAT-056] is planned in steps, carried out one by one, undone and done again, and shows how far it is', async () => {
    const shift = await planned();
    expect(shift).toMatchObject({ steps: 2, done: 0, volumes: 0, endedOn: null });
    expect((await carryOut(shift, 1)).body).toMatchObject({ done: 1, volumes: 2 });
    expect(await Promise.all(copies.map(placeOf))).toEqual([shelves[1], shelves[1], shelves[0]]);
    expect(await carryOut(shift, 1)).toMatchObject({ status: 409, body: { code: 'shelf-shift.step-done' } });
    expect((await carryOut(shift, 2)).body).toMatchObject({ done: 2, volumes: 3 });

    const [first, second] = await stepsOf(shift);
    expect(first).toMatchObject({
      standsInPath: '甲架',
      toPath: '乙架',
      volumes: 2,
      doneAt: expect.stringMatching(/Z$/),
    });
    expect(await undo(first)).toMatchObject({ status: 409, body: { code: 'move.not-last' } });
    expect((await undo(second)).status).toBe(200);
    expect(await placeOf(copies[2])).toBe(shelves[0]);
    expect((await stepsOf(shift))[1]).toMatchObject({ moveId: null, volumes: null, doneAt: null });
    expect((await catalog.call('GET', `/shelf-shifts/${shift.id}`)).body).toMatchObject({
      done: 1,
      volumes: 2,
    });
    const again = await Promise.all([carryOut(shift, 2), carryOut(shift, 2)]);
    expect(again.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await linesOf('/shelf-shifts')).slice(0, 2)).toEqual([
      '项目,开始,期限,步骤,已完成,册数,结束,备注',
      '二楼书库倒架,2026-10-12,2026-10-16,2,2,3,,',
    ]);
    expect((await linesOf(`/shelf-shifts/${shift.id}/steps`))[0]).toBe(
      '步骤,现在地点,起索书号,止索书号,移入地点,册数,完成时间',
    );
    await undo((await stepsOf(shift))[1]);
    await undo((await stepsOf(shift))[0]);
    expect(await Promise.all(copies.map(placeOf))).toEqual([shelves[0], shelves[0], shelves[0]]);
  });

  it('[CAT-056] is planned anew before it begins, moves all or none of a step, and can be called off', async () => {
    const shift = await planned();
    const steps = [{ standsIn: shelves[0], toId: null }];
    const next = (await change(shift, { steps, name: '清空甲架' })).body as ShiftView;
    expect(next).toMatchObject({ version: 2, steps: 1, name: '清空甲架' });
    expect((await change(shift, { steps })).status).toBe(412);
    expect((await carryOut(next, 1)).body).toMatchObject({ done: 1, volumes: 3 });
    expect(await change(next, { steps })).toMatchObject({ status: 409, body: { code: 'shelf-shift.begun' } });
    await undo((await stepsOf(next))[0]);
    const off = (await change(next, { ended: true })).body as ShiftView;
    expect(off.endedOn).toMatch(/^\d{4}-/);
    expect(await carryOut(off, 1)).toMatchObject({ status: 409, body: { code: 'shelf-shift.ended' } });
    const on = (await change(off, { ended: false })).body as ShiftView;
    await catalog.call(
      'PATCH',
      `/locations/${shelves[1] ?? ''}`,
      { capacity: 2 },
      { headers: { 'if-match': '"v1"' } },
    );
    const full = (await change(on, { steps: [{ standsIn: shelves[0], toId: shelves[1] }] }))
      .body as ShiftView;
    expect(await carryOut(full, 1)).toMatchObject({ status: 409, body: { code: 'location.over-capacity' } });
    expect(await Promise.all(copies.map(placeOf))).toEqual([shelves[0], shelves[0], shelves[0]]);
  });

  it('says which step is none, and answers to no other school', async () => {
    expect(await plan({ steps: [{ toId: shelves[0] }, { standsIn: shelves[0] }] })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/steps/0/standsIn' }, { pointer: '/steps/1/toId' }] },
    });
    expect((await plan({ steps: [] })).status).toBe(400);
    expect((await plan({ endsOn: '2026-10-11' })).status).toBe(400);
    expect((await plan({ steps: [{ standsIn: randomUUID(), toId: null }] })).status).toBe(422);
    expect((await plan({}, catalog.otherLibrarian)).status).toBe(422);
    const shift = await planned();
    for (const step of [0, 3, 'x']) expect((await carryOut(shift, step)).status).toBe(404);
    expect((await carryOut(shift, 1, catalog.otherLibrarian)).status).toBe(404);
  });
});
