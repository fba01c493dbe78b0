import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Pupil, type Reply } from '../a-county.builder.js';
import { ExpireHolds } from './expire-holds.use-case.js';
import { HoldsForTests } from './holds-for-tests.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
let holds: HoldsForTests;
let pupils: Pupil[];
let copies: Copy[];

beforeAll(async () => {
  database = await freshDatabase('any_history');
  county = await CountyForTests.open(database.ownerUrl);
  holds = new HoldsForTests(county);
  // Pupils may not take tapes home, teachers may.
  pupils = await Promise.all(
    (['student', 'student', 'student', 'teacher'] as const).map((kind) => county.enrol({ kind })),
  );
  const rows = [{ readerKind: 'student', copyKind: 'audiovisual', sets: { mayLeaveRoom: false } }];
  expect((await county.ask('PUT', '/lending-policies', { rows })).status).toBe(200);
  // Two titles: three copies of one, two of the other.
  const [one, two] = await county.accessionMany(2);
  if (one === undefined || two === undefined) throw new Error('two were asked for');
  copies = [
    one,
    two,
    ...(await county.accessionMany(2, { titleId: one.titleId })),
    await county.accession({ titleId: two.titleId }),
  ];
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const pupil = fc.nat({ max: 3 });
const copy = fc.nat({ max: 4 });
const says = fc.record({
  stockState: fc.constantFrom(
    'lendable' as const,
    'lendable' as const,
    'repair' as const,
    'missing' as const,
    'processing' as const,
    'reading-room' as const,
  ),
  kind: fc.constantFrom(
    'book' as const,
    'book' as const,
    'audiovisual' as const,
    'audiovisual' as const,
    'reference' as const,
  ),
});
const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('stock' as const), copy, says }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('lend' as const),
      pupil,
      copy,
      insists: fc.boolean(),
      inRoom: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('return' as const), copy }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('hold' as const), pupil, copy, thisCopy: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('cancel' as const), nth: fc.nat({ max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('suspend' as const), pupil }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('reinstate' as const), pupil }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('sleep' as const), days: fc.integer({ min: 1, max: 9 }) }),
  },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

const overrides = ['copy.held-for-another-reader', 'reader.same-title-on-loan', 'reader.suspended'].map(
  (code) => ({ code, reason: 'because' }),
);
const at = <T>(list: readonly T[], place: number): T => {
  const found = list[place];
  if (found === undefined) throw new Error('no such place');
  return found;
};
let today = '2026-10-12';

/** Does it, through a door or by an event; a door answers 2xx or with a refusal, never anything else. */
async function perform(given: Command): Promise<void> {
  const told = await ask(given);
  if (told !== null && ![200, 201, 409].includes(told.status))
    throw new Error(`${JSON.stringify(given)} got ${told.status} ${JSON.stringify(told.body)}`);
}

async function ask(given: Command): Promise<Reply | null> {
  switch (given.does) {
    case 'stock':
      await county.changeCopy(at(copies, given.copy), given.says);
      return null;
    case 'lend':
      return county.lend(at(copies, given.copy), at(pupils, given.pupil), {
        ...(given.insists ? { overrides } : {}),
        ...(given.inRoom ? { mode: 'in-room' } : {}),
      });
    case 'return':
      return county.giveBack(at(copies, given.copy));
    case 'hold': {
      const { titleId, copyId } = at(copies, given.copy);
      const { readerId } = at(pupils, given.pupil);
      return county.ask('POST', '/holds', { readerId, ...(given.thisCopy ? { copyId } : { titleId }) });
    }
    case 'cancel': {
      const { items } = (await county.ask('GET', '/holds')).body as { items: { id: string }[] };
      const hold = items[given.nth % Math.max(1, items.length)];
      return hold === undefined ? null : county.ask('DELETE', `/holds/${hold.id}`);
    }
    case 'suspend':
      await holds.suspend(at(pupils, given.pupil));
      return null;
    case 'reinstate':
      await holds.reinstate(at(pupils, given.pupil));
      return null;
    case 'sleep':
      today = new Date(Date.parse(today) + given.days * 86_400_000).toISOString().slice(0, 10);
      await county.itIs(today);
      await county.service.app.get(ExpireHolds).execute();
      return null;
  }
}

/** Ready holds whose copy somebody else may have: never. Looked at beside what the rows must agree on. */
const twice = (): Promise<unknown[]> =>
  county.service.sql(
    `select copy_id from hold where status = 'ready' group by copy_id having count(*) > 1
     union all select copy_id from lent_copy where state = 'hold-shelf' and hold_id is null`,
  );

describe('whatever becomes of copies and readers', () => {
  it('no copy is for two, and nobody waits while a copy lies free that serves, one fact after the other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (commands) => {
        for (const given of commands) {
          await perform(given);
          expect([JSON.stringify(given), await disagreements(county.service), await twice()]).toEqual([
            JSON.stringify(given),
            [],
            [],
          ]);
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);
  it('and just so when all of it comes at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 20 }), async (commands) => {
        await Promise.all(commands.filter(({ does }) => does !== 'sleep').map(perform));
        expect([await disagreements(county.service), await twice()]).toEqual([[], []]);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 120_000);
});
