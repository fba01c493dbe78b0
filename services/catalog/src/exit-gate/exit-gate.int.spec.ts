import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoanCheckedOutV1 } from '@shulian/contracts/circulation';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type { GateAlarmView, GateCheckView } from './exit-gate.http.js';

let catalog: CatalogForTests;
let gate: string;
let lent: CopyView;
let shelved: CopyView;
let reference: CopyView;
let theirs: CopyView;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_exit_gate'));
  gate = await catalog.signer.account({ role: 'device', schoolId: catalog.schools[0] });
  const { body: title } = await catalog.call('POST', '/titles', { title: '草房子', clc: 'I287.47' });
  const copy = async (more: object, as = catalog.librarian): Promise<CopyView> =>
    (await catalog.call('POST', '/copies', { titleId: (title as { id: string }).id, ...more }, { as })).body;
  lent = await copy({ barcode: 'GATE01' });
  shelved = await copy({ barcode: 'GATE02' });
  reference = await copy({ barcode: 'GATE03', kind: 'reference' });
  theirs = await copy({ barcode: 'OTHER1' }, catalog.otherLibrarian);
  for (const { id, titleId, schoolId } of [lent, theirs]) {
    const loan = {
      loanId: randomUUID(), copyId: id, titleId, borrower: { kind: 'class', id: randomUUID() }, mode: 'collective', readerId: null,
      lendingSchoolId: catalog.schools[0], owningSchoolId: schoolId, readerSchoolId: catalog.schools[0], readerKind: null, classId: null,
      grade: null, clc: null, loanedOn: '2026-10-01', dueOn: '2026-10-31', renewals: 0, checkedOutAt: '2026-10-01T04:00:00.000Z',
    }; // prettier-ignore
    await catalog.hear(LoanCheckedOutV1.announce(loan as never, 1));
  }
  await eventually(async () => expect(await catalog.sql('select 1 from known_lending')).toHaveLength(2));
}, 60_000);
afterAll(() => catalog.end());

const pass = async (...barcodes: string[]): Promise<GateCheckView> => {
  const { status, body } = await catalog.call('POST', '/gate-checks', { barcodes }, { as: gate });
  expect([status, body]).toMatchObject([200, {}]);
  return body;
};
const alarms = async (query = ''): Promise<GateAlarmView[]> => {
  const { status, body } = await catalog.call('GET', `/gate-alarms?${query}`);
  expect([status, body]).toMatchObject([200, {}]);
  return (body as { items: GateAlarmView[] }).items;
};
const settle = (id: string | undefined, input: object, as = catalog.librarian) =>
  catalog.call('PUT', `/gate-alarms/${id ?? ''}/outcome`, input, { as });

describe('the gate at the exit', () => {
  it('[CAT-117] lets lent copies through, and raises a kept alarm for every other, with the reason', async () => {
    expect(await pass('gate01', 'OTHER1')).toMatchObject({
      alarm: false,
      items: [
        { barcode: 'GATE01', copyId: lent.id, passes: true, why: null, alarmId: null },
        { barcode: 'OTHER1', copyId: theirs.id, passes: true },
      ],
    });
    expect(await alarms()).toEqual([]);
    expect(await pass('GATE01', 'GATE02', 'GATE03', 'X999')).toMatchObject({
      alarm: true,
      items: [
        { passes: true },
        { copyId: shelved.id, passes: false, why: 'not-lent' },
        { copyId: reference.id, passes: false, why: 'reading-room' },
        { copyId: null, passes: false, why: 'unknown-barcode' },
      ],
    });
    expect((await alarms()).map(({ barcode, why, title }) => [barcode, why, title])).toEqual([
      ['X999', 'unknown-barcode', null],
      ['GATE03', 'reading-room', '草房子'],
      ['GATE02', 'not-lent', '草房子'],
    ]);
  });

  it('keeps what came of an alarm, puts it right when it is said again, and prints the list', async () => {
    const [, , first] = await alarms();
    expect((await settle(first?.id, { outcome: 'put-back' }, catalog.otherLibrarian)).status).toBe(404);
    expect((await settle(first?.id, { outcome: 'put-back' }, gate)).status).toBe(403);
    expect((await settle(first?.id, { outcome: 'false-alarm' })).body).toMatchObject({
      outcome: 'false-alarm',
    });
    expect((await settle(first?.id, { outcome: 'put-back', note: '二年级' })).body).toMatchObject({
      outcome: 'put-back', note: '二年级',
    }); // prettier-ignore
    expect((await alarms('open=true')).map(({ barcode }) => barcode)).toEqual(['X999', 'GATE03']);
    expect((await settle(first?.id, { outcome: 'eaten' })).status).toBe(400);
    const reply = await fetch(`${catalog.url}/api/v1/gate-alarms?format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}` },
    });
    expect(await reply.text()).toMatch(/GATE02,草房子,I287\.47\/\d+,未办理借阅,放回/);
  });

  it('is asked by the school it stands in, with what a gate reads', async () => {
    for (const barcodes of [
      [],
      ['有字'],
      Array.from({ length: 51 }, (_, at) => `B${String(at)}`),
      ['x'.repeat(41)],
    ])
      expect((await catalog.call('POST', '/gate-checks', { barcodes }, { as: gate })).status).toBe(400);
    const foreign = { schoolId: catalog.schools[1], barcodes: ['GATE01'] };
    expect((await catalog.call('POST', '/gate-checks', foreign, { as: gate })).status).toBe(403);
    const headers = { 'idempotency-key': randomUUID() };
    for (let n = 0; n < 2; n += 1)
      await catalog.call('POST', '/gate-checks', { barcodes: ['GATE02'] }, { as: gate, headers });
    expect((await alarms()).filter(({ barcode }) => barcode === 'GATE02')).toHaveLength(2);
  });
});
