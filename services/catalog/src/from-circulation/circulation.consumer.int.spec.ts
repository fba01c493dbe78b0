import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allEvents } from '@shulian/contracts';
import {
  CopyLostV1,
  CopyReleasedV1,
  TransferPackedV1,
  TransferReceivedV1,
  TransferRequestedV1,
} from '@shulian/contracts/circulation';
import type { CloudEvent } from '@shulian/contracts/envelope';
import type { CalendarDay, CopyId, CopyTransferId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';

let catalog: CatalogForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_hears'));
});
afterAll(() => catalog.end());

const examples = join(import.meta.dirname, '../../../../libs/contracts/examples');
const golden = (type: string): CloudEvent =>
  JSON.parse(readFileSync(join(examples, `${type}.json`), 'utf8')) as CloudEvent;
const heard = async (
  event: CloudEvent,
  changes: { id?: string; version?: number; data?: object } = {},
): Promise<void> => {
  const topic = allEvents.find(({ type }) => type === event.type)?.topic.name ?? '';
  const data: unknown = changes.data === undefined ? event.data : changes.data;
  await catalog.hear(
    {
      type: event.type,
      topic,
      key: event.subject,
      schoolId: null,
      aggregateVersion: changes.version ?? event.aggregateversion,
      data,
    },
    changes.id,
  );
};
const statuses = (): Promise<{ handler: string; status: string; events: number }[]> =>
  catalog.sql(`select handler, status, count(*)::int as events from inbox group by 1, 2 order by 1, 2`);

describe('what the catalogue hears', () => {
  const ours = allEvents.filter(({ topic }) =>
    ['shulian.circulation.copy', 'shulian.circulation.compensation', 'shulian.readers.school'].includes(
      topic.name,
    ),
  );

  it('digests or passes over the golden example of every event on its topics, and parks none', async () => {
    const before = (await statuses()).reduce((sum, { events }) => sum + events, 0);
    for (const { type } of ours) await heard(golden(type));
    await eventually(async () => {
      const now = await statuses();
      expect(now.reduce((sum, { events }) => sum + events, 0)).toBe(before + ours.length);
      expect(now.map(({ status }) => status)).not.toContain('parked');
      expect(
        now.find(({ handler, status }) => handler.endsWith('from-circulation') && status === 'skipped')
          ?.events,
      ).toBe(3);
    });
  });

  it('knows a school by its newest version, in whatever order the versions come', async () => {
    const changed = golden('shulian.readers.school.changed.v1');
    const schoolId = changed.subject;
    await heard(changed, { version: 9, data: { ...(changed.data as object), code: 'NEW' } });
    await heard(changed, { version: 8, data: { ...(changed.data as object), code: 'OLD' } });
    await eventually(async () => {
      const [row] = await catalog.sql<{ n: number }>(
        `select count(*)::int as n from inbox where handler like '%from-readers'`,
      );
      expect(row?.n).toBeGreaterThanOrEqual(6);
    });
    expect(
      await catalog.sql('select code, version from known_school where school_id = $1', [schoolId]),
    ).toEqual([{ code: 'NEW', version: 9 }]);
  });

  type Entered = { readonly titleId: TitleId; readonly copyId: CopyId };
  const entered = async (title: string): Promise<Entered> => {
    const post = async <T>(path: string, body: object): Promise<T> =>
      (await catalog.call('POST', path, body)).body;
    const { id: titleId } = await post<{ id: TitleId }>('/titles', { title, clc: 'I287.45' });
    const { id: copyId } = await post<{ id: CopyId }>('/copies', { titleId });
    return { titleId, copyId };
  };
  const moved = ({ copyId, titleId }: Entered, next: 'hold' | 'shelf', version: number): Promise<void> =>
    catalog.hear(
      CopyReleasedV1.announce({ copyId, titleId, owningSchoolId: catalog.schools[0], next }, version),
    );
  /** Copies and available ones of the title at each school, then what is said of the copy. */
  const shown = async ({ copyId, titleId }: Entered): Promise<unknown> => {
    const { holdings } = (await catalog.call('GET', `/titles/${titleId}`)).body as {
      holdings: { copies: number; available: number }[];
    };
    const { status, available } = (await catalog.call('GET', `/copies/${copyId}`)).body as {
      status: string;
      available: boolean;
    };
    return [holdings.map((held) => [held.copies, held.available]), status, available];
  };
  it('knows which school has a copy, whatever comes late or twice', async () => {
    const { copyId, titleId } = await entered('在他校的书');
    const [own = '', other = randomUUID()] = catalog.schools;
    const [first, home] = [randomUUID(), randomUUID()].sort() as CopyTransferId[];
    const way = { copyId, titleId, owningSchoolId: own as SchoolId, holdId: null };
    const out = {
      ...way,
      transferId: first as CopyTransferId,
      fromSchoolId: own as SchoolId,
      toSchoolId: other as SchoolId,
      why: 'hold' as const,
    };
    const back = {
      ...way,
      transferId: home as CopyTransferId,
      fromSchoolId: other as SchoolId,
      toSchoolId: own as SchoolId,
      why: 'home' as const,
    };
    const on = '2026-10-12' as CalendarDay;
    const at = async (): Promise<unknown> =>
      ((await catalog.call('GET', `/copies/${copyId}`)).body as { atSchoolId: unknown }).atSchoolId;
    expect(await at()).toBeNull();
    await catalog.hear(
      TransferReceivedV1.announce({ ...out, atSchoolId: other as SchoolId, receivedOn: on }, 3),
    );
    const isAt = (place: string | null): Promise<void> =>
      eventually(async () => expect(await at()).toBe(place));
    await isAt(other);
    await catalog.hear(TransferPackedV1.announce({ ...back, packedOn: on }, 2));
    await isAt(null);
    await catalog.hear(TransferRequestedV1.announce({ ...back, requestedOn: on }, 1));
    await catalog.hear(
      TransferReceivedV1.announce({ ...out, atSchoolId: other as SchoolId, receivedOn: on }, 3),
    );
    // Those two changed nothing: the next of this transfer is digested after them.
    const third = randomUUID() as SchoolId;
    await catalog.hear(TransferReceivedV1.announce({ ...back, atSchoolId: third, receivedOn: on }, 3));
    await isAt(third);
  });

  const withdraw = (
    { copyId }: Entered,
    withdrawalReason: string,
  ): Promise<{ status: number; body: never }> =>
    catalog.call(
      'PATCH',
      `/copies/${copyId}`,
      { status: 'withdrawn', withdrawalReason },
      { headers: { 'if-match': '"v1"' } },
    );

  it('counts a copy that is put aside for a hold as not available, and keeps it from being withdrawn', async () => {
    const copy = await entered('放在一边的书');
    expect(await shown(copy)).toEqual([[[1, 1]], 'lendable', true]);
    await moved(copy, 'hold', 1);
    await eventually(async () => expect(await shown(copy)).toEqual([[[1, 0]], 'hold-shelf', false]));
    const refused = await withdraw(copy, 'transferred');
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'copy.on-loan' }]);
    await moved(copy, 'shelf', 2);
    await eventually(async () => expect(await shown(copy)).toEqual([[[1, 1]], 'lendable', true]));
    expect((await withdraw(copy, 'transferred')).status).toBe(200);
  });

  it('no longer counts a lost copy, counts it again when it was found, and writes it off when it was paid', async () => {
    const copy = await entered('丢了的书');
    const lost = (version: number): Promise<void> => {
      const loan = golden('shulian.circulation.copy.lost.v1').data as CopyLostV1['data'];
      const { copyId, titleId } = copy;
      return catalog.hear(CopyLostV1.announce({ ...loan, copyId, titleId }, version));
    };
    await lost(2);
    await eventually(async () => expect(await shown(copy)).toEqual([[], 'lost', false]));
    await moved(copy, 'shelf', 3);
    await eventually(async () => expect(await shown(copy)).toEqual([[[1, 1]], 'lendable', true]));
    await lost(5);
    await eventually(async () => expect(await shown(copy)).toEqual([[], 'lost', false]));
    expect((await withdraw(copy, 'lost-and-paid')).status).toBe(200);
  });

  it('takes an event that comes twice once, and parks a broken one with the reason', async () => {
    const lent = golden('shulian.circulation.loan.checked-out.v1');
    const copyId = '01940000-0000-7000-8000-00000000c0de';
    const event = { ...lent, subject: copyId };
    const data = { ...(lent.data as object), copyId };
    const id = '01940000-0000-4000-8000-000000000001';
    await heard(event, { id, version: 1, data });
    await heard(event, { id, version: 1, data });
    await heard(event, { version: 2, data: { copyId: 'broken' } });
    await eventually(async () => {
      const parked = await catalog.sql<{ error: string }>('select error from parked_event where key = $1', [
        copyId,
      ]);
      expect(parked).toEqual([{ error: expect.stringContaining('SchemaMismatch') }]);
    }, 10_000);
    expect(
      await catalog.sql('select version, state from known_lending where copy_id = $1', [copyId]),
    ).toEqual([{ version: 1, state: 'on-loan' }]);
  });
});
