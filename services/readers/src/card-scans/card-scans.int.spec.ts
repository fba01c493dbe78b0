import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderView } from '../enrolment/readers.http.js';
import type { CardScanView } from './card-scans.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let school: string;
let librarian: string;
const schools: string[] = [];
beforeAll(async () => {
  database = await freshDatabase('readers_card_scans');
  readers = await aReadersService(database.ownerUrl);
  for (const code of ['A', 'B']) {
    const body = { code, name: `学校 ${code}`, kind: 'primary' };
    schools.push((await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id);
  }
  school = schools[0] ?? '';
  librarian = await readers.as({ role: 'librarian', schoolId: school });
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const aDevice = (): Promise<string> => readers.as({ role: 'device', schoolId: school });
const enrolled = (name: string, cardNumber: string): Promise<ReaderView> =>
  readers.done('POST', '/api/v1/readers', librarian, { kind: 'student', name, cardNumber });
const scan = async (device: string, cardNumber: string, more: object = {}) => {
  const { status, body, headers } = await readers.ask<CardScanView & { code?: string }>(
    'POST',
    '/api/v1/card-scans',
    device,
    { body: { cardNumber, ...more } },
  );
  return { status, body, wait: Number(headers.get('retry-after')) };
};

describe('a card before a device in the room', () => {
  it('shows a masked name, whatever the case of the number, and the sight is in the access log', async () => {
    const reader = await enrolled('王小明', 'S-1');
    const device = await aDevice();
    const { status, body } = await scan(device, ' s-1 ');
    expect({ status, body }).toEqual({
      status: 200,
      body: { readerId: reader.id, schoolId: school, maskedName: '王*明', className: null },
    });
    expect(
      await readers.sql(`select 1 from access_log where operation = 'card-scans.create' and reader_id = $1`, [
        reader.id,
      ]),
    ).toHaveLength(1);
    expect((await scan(device, 's-1', { schoolId: schools[1] })).status).toBe(403);
  });

  it('of a lost card or of who has left shows nothing of its owner', async () => {
    const lost = await enrolled('李书签', 'S-2');
    await readers.done('POST', `/api/v1/cards/${String(lost.cardId)}/losses`, librarian, {});
    const device = await aDevice();
    const { status, body } = await scan(device, 'S-2');
    expect([status, body.code]).toEqual([409, 'card.not-active']);
    expect(JSON.stringify(body)).not.toContain('李');
  });

  it('is unknown nine times; after the tenth the device is paused for a minute, and another goes on', async () => {
    await enrolled('赵目录', 'S-3');
    const [device, other] = [await aDevice(), await aDevice()];
    for (let at = 1; at <= 9; at += 1) expect((await scan(device, `NONE-${String(at)}`)).status).toBe(404);
    expect((await scan(device, 'S-3')).status).toBe(200);
    expect((await scan(device, 'NONE-10')).status).toBe(404);
    const { status, body, wait } = await scan(device, 'S-3');
    expect([status, body.code]).toEqual([429, 'card-scans.paused']);
    expect(wait).toBeGreaterThan(50);
    expect(wait).toBeLessThanOrEqual(60);
    expect((await scan(other, 'S-3')).status).toBe(200);
    // A minute later.
    await readers.sql(
      `update unknown_card_count set paused_until = clock_timestamp(), since = since - interval '1 minute'`,
    );
    expect((await scan(device, 'S-3')).status).toBe(200);
  });

  it('is counted however many are shown at once', async () => {
    const device = await aDevice();
    const at = Array.from({ length: 12 }, (_, n) => scan(device, `MANY-${String(n)}`));
    await Promise.all(at);
    expect((await scan(device, 'S-3')).status).toBe(429);
  });
});
