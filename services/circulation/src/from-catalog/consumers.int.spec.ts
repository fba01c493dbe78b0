import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CopyChangedV1 } from '@shulian/contracts/catalog';
import type { CloudEvent } from '@shulian/contracts/envelope';
import { CalendarChangedV1, ReaderMovedClassV1 } from '@shulian/contracts/readers';
import type { ReaderId, SchoolClassId } from '@shulian/contracts/ids';
import { BUS, Inbox, type EventBus, type OutgoingEvent } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { circulationDefinition } from '../circulation.module.js';
import { announcedReader, cloudEvent, CountyForTests, day } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('consumers');
  county = await CountyForTests.open(database.ownerUrl);
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const EXAMPLES = new URL('../../../../libs/contracts/examples/', import.meta.url);
const topics = new Map(circulationDefinition.events.map((event) => [event.type, event.topic.name]));
/** Facts of the topics that circulation hears: what sources say of their topics is no event of a room. */
const HEARD =
  /^shulian\.(catalog\.(copy|title)|readers\.(school|term|calendar|class|reader|card)|activities\.reading-note)\./;
const golden = readdirSync(EXAMPLES)
  .filter((name) => HEARD.test(name) && topics.has(name.slice(0, -5)))
  .map((name) => JSON.parse(readFileSync(new URL(name, EXAMPLES), 'utf8')) as CloudEvent);

const outgoing = (event: CloudEvent, payload = JSON.stringify(event)): OutgoingEvent => ({
  eventId: event.id,
  topic: topics.get(event.type) ?? '',
  key: event.partitionkey,
  type: event.type,
  payload,
});
const publish = (events: OutgoingEvent[]): Promise<void> =>
  county.service.app.get<EventBus>(BUS).publish(events);
const statusOf = (eventId: string): Promise<string> =>
  eventually(async () => {
    const [row] = await county.service.sql<{ status: string }>(
      'select status from inbox where event_id = $1',
      [eventId],
    );
    if (row === undefined) throw new Error('not digested yet');
    return row.status;
  }, 10_000);
const known = ['copy', 'title', 'reader', 'card', 'class', 'school', 'term', 'year'];
const tables = async (): Promise<string> => {
  const rows: unknown[] = [];
  for (const what of known)
    rows.push(await county.service.sql(`select * from known_${what} t order by t::text`));
  return JSON.stringify(rows);
};

describe('what circulation hears', () => {
  it('is every golden example, digested', async () => {
    expect(golden.length).toBeGreaterThanOrEqual(20);
    const inOrder = [...golden].sort((a, b) => a.aggregateversion - b.aggregateversion);
    await publish(inOrder.map((event) => outgoing(event)));
    for (const event of golden)
      expect([event.type, await statusOf(event.id)]).toEqual([
        event.type,
        event.type.endsWith('handed-in.v1') ? 'skipped' : 'done',
      ]);
    const [copy] = await county.service.sql(
      'select barcode, stock_state from known_copy where barcode like $1',
      ['SY%'],
    );
    expect(copy).toBeDefined();
  });
  it('changes nothing when it is heard again, nor when something older comes late', async () => {
    const before = await tables();
    const again = golden.map((event) => ({ ...event, id: randomUUID(), aggregateversion: 1 }));
    await publish(again.map((event) => outgoing(event)));
    for (const event of again) await statusOf(event.id);
    // A version 1 that was known already, or something newer is: nothing moved, but for keys whose example is version 1.
    expect(await tables()).toBe(before);
  });
  it('may come in any order across topics', async () => {
    const [readerId, classId] = [randomUUID() as ReaderId, randomUUID() as SchoolClassId];
    const { schoolId } = county;
    await county.tell(
      ReaderMovedClassV1.announce(
        { ...announcedReader(readerId, schoolId), classId, fromClassId: null },
        county.next(readerId),
      ),
    );
    const [reader] = await county.service.sql(
      'select class_id, standing from known_reader where reader_id = $1',
      [readerId],
    );
    expect(reader).toEqual({ class_id: classId, standing: 'active' });
  });
  it('never goes back to an older version of a thing', async () => {
    const copy = await county.accession();
    await county.changeCopy(copy, { stockState: 'repair' });
    const old = CopyChangedV1.announce({ ...(await copyNow(copy.copyId)), stockState: 'lendable' }, 1);
    await county.tell(old);
    expect(await copyNow(copy.copyId)).toMatchObject({ stockState: 'repair' });
    const year = CalendarChangedV1.announce(
      { schoolId: county.schoolId, year: 2026, closedOn: [day('2026-01-01')], holidaysKnown: false },
      1,
    );
    await county.tell(year);
    const [known] = await county.service.sql<{ holidays_known: boolean }>(
      'select holidays_known from known_year where school_id = $1 and year = 2026',
      [county.schoolId],
    );
    expect(known?.holidays_known).toBe(true);
  });
  it('is parked with its reason when it is broken, and holds up its own key only', async () => {
    const copyId = randomUUID();
    const broken = cloudEvent(
      {
        type: 'shulian.catalog.copy.accessioned.v1',
        topic: 'shulian.catalog.copy',
        key: copyId,
        schoolId: null,
        aggregateVersion: 1,
        data: { copyId },
      },
      randomUUID(),
    ) as CloudEvent;
    const fine = await copyEvent(copyId, 2);
    await publish([outgoing(broken), outgoing(fine)]);
    expect(await statusOf(broken.id)).toBe('parked');
    expect(await statusOf(fine.id)).toBe('parked');
    const [parked] = await county.service.sql<{ error: string }>(
      'select error from parked_event where event_id = $1',
      [broken.id],
    );
    expect(parked?.error).toContain('does not match its schema');
    await county.accession();
    expect(county.service.app.get(Inbox)).toBeDefined();
  });
});

const copyNow = async (copyId: string): Promise<CopyChangedV1['data']> => {
  const [row] = await county.service.sql<CopyChangedV1['data']>(
    `select copy_id as "copyId", title_id as "titleId", school_id as "schoolId", barcode, kind, stock_state as "stockState",
       clc, 1 as "accessionNumber", null as "callNumber", null as location, null as "priceFen", '2026-09-01' as "accessionedOn"
     from known_copy where copy_id = $1`,
    [copyId],
  );
  if (row === undefined) throw new Error('this copy is not known');
  return row;
};
const copyEvent = async (copyId: string, version: number): Promise<CloudEvent> => {
  const like = await copyNow((await county.accession()).copyId);
  const announced = CopyChangedV1.announce({ ...like, copyId: copyId as never }, version);
  return cloudEvent(announced, randomUUID()) as CloudEvent;
};
