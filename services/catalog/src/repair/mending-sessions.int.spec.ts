import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type { MendingSessionView, SessionRead } from './mending-sessions.http.js';
import type { RepairView, TakenAnswer } from './repairs.http.js';

let catalog: CatalogForTests;
let titleId: string;
let today: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_mending'));
  titleId = (await catalog.call('POST', '/titles', { title: '草房子', clc: 'I287.47' })).body['id'];
  today = (await taken()).takenOn;
}, 60_000);
afterAll(() => catalog.end());

const taken = async (as = catalog.librarian): Promise<RepairView> => {
  const { body: copy } = await catalog.call('POST', '/copies', { titleId }, { as });
  const barcodes = [(copy as CopyView).barcode];
  const { body } = await catalog.call('POST', '/repairs', { barcodes, damage: 'torn' }, { as });
  const { repairId } = (body as TakenAnswer).items[0] ?? {};
  const { body: page } = await catalog.call('GET', '/repairs?limit=500', undefined, { as });
  const line = (page as { items: RepairView[] }).items.find(({ id }) => id === repairId);
  if (line === undefined) throw new Error('not taken');
  return line;
};
const planned = async (more: object = {}): Promise<SessionRead> => {
  const { status, body } = await catalog.call('POST', '/mending-sessions', {
    name: '小小图书医生',
    heldOn: today,
    ...more,
  });
  expect(status).toBe(201);
  return body;
};
const change = ({ id, version }: SessionRead, input: object, as = catalog.librarian): Promise<Reply> =>
  catalog.call('PATCH', `/mending-sessions/${id}`, input, {
    as,
    headers: { 'if-match': `"v${String(version)}"` },
  });
const end = ({ id }: RepairView, sessionId: string, result = 'mended'): Promise<Reply> =>
  catalog.call('POST', `/repairs/${id}/end`, { result, sessionId });
const read = async (id: string): Promise<SessionRead> =>
  (await catalog.call('GET', `/mending-sessions/${id}`)).body;

describe('a mending session', () => {
  it('[CAT-053] is planned with a class and helpers, and credited with what is mended in it', async () => {
    const [one, other] = [randomUUID(), randomUUID()].sort() as [string, string];
    const classId = randomUUID();
    const session = await planned({ classId, helperIds: [one, other, one] });
    expect(session).toMatchObject({ helpers: 2, helperIds: [one, other], mended: 0 });
    const mended = await taken();
    expect((await end(mended, session.id)).body).toMatchObject({ state: 'mended', sessionId: session.id });
    await end(await taken(), session.id, 'beyond-repair');
    expect(await read(session.id)).toMatchObject({ mended: 1, beyondRepair: 1 });
    const { body } = await catalog.call('GET', `/repairs?sessionId=${session.id}`);
    expect((body as { items: RepairView[] }).items).toHaveLength(2);

    await catalog.call('POST', `/repairs/${mended.id}/reopening`);
    expect(await read(session.id)).toMatchObject({ mended: 0, beyondRepair: 1 });
    const { body: list } = await catalog.call('GET', `/mending-sessions?classId=${classId}`);
    expect((list as { items: MendingSessionView[] }).items).toMatchObject([
      { name: '小小图书医生', helpers: 2 },
    ]);
    const printed = await fetch(`${catalog.url}/api/v1/mending-sessions?format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
    });
    const [heads, line] = (await printed.text()).replace('\ufeff', '').split('\r\n');
    expect(heads).toBe('日期,活动,参加人数,修好册数,无法修补,已取消,备注');
    expect(line).toContain('小小图书医生,2,0,1,');
  });

  it('[CAT-053] is put off or called off, but not once something was mended in it', async () => {
    const session = await planned();
    const next = (await change(session, { cancelled: true, helperIds: [randomUUID()] })).body as SessionRead;
    expect(next).toMatchObject({ version: 2, cancelled: true, helpers: 1 });
    expect((await change(session, { name: '旧的版本' })).status).toBe(412);
    const repair = await taken();
    expect(await end(repair, session.id)).toMatchObject({
      status: 409,
      body: { code: 'mending-session.cancelled' },
    });
    const again = (await change(next, { cancelled: false })).body as SessionRead;
    const later = (await change(again, { heldOn: '2999-01-01' })).body as SessionRead;
    expect(await end(repair, session.id)).toMatchObject({
      status: 409,
      body: { code: 'mending-session.not-held-yet' },
    });
    const now = (await change(later, { heldOn: today })).body as SessionRead;
    expect((await end(repair, session.id)).status).toBe(200);
    expect(await change(now, { cancelled: true })).toMatchObject({
      status: 409,
      body: { code: 'mending-session.has-repairs' },
    });
  });

  it('belongs to its school', async () => {
    const session = await planned();
    const foreign = { as: catalog.otherLibrarian };
    expect((await catalog.call('GET', `/mending-sessions/${session.id}`, undefined, foreign)).status).toBe(
      404,
    );
    expect((await change(session, { cancelled: true }, catalog.otherLibrarian)).status).toBe(404);
    const theirs = await taken(catalog.otherLibrarian);
    const credit = { result: 'mended', sessionId: session.id };
    expect((await catalog.call('POST', `/repairs/${theirs.id}/end`, credit, foreign)).status).toBe(422);
    const many = (count: number) => ({ helperIds: Array.from({ length: count }, () => randomUUID()) });
    expect(await planned(many(80))).toMatchObject({ helpers: 80 });
    const tooMany = { name: '太多', heldOn: today, ...many(81) };
    expect((await catalog.call('POST', '/mending-sessions', tooMany)).status).toBe(400);
  });
});
