import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Pupil, type Reply } from '../a-county.builder.js';
import { ExpireHolds } from '../holds/expire-holds.use-case.js';
import { MarkOverdueLoans } from '../overdue/mark-overdue-loans.use-case.js';

let database: FreshDatabase;
let county: CountyForTests;
let pupils: Pupil[];
let copies: Copy[];

beforeAll(async () => {
  database = await freshDatabase('any_sequence');
  county = await CountyForTests.open(database.ownerUrl);
  pupils = [await county.enrol(), await county.enrol(), await county.enrol()];
  // Three titles: two copies, two copies, one copy.
  const [one, two, three] = await county.accessionMany(3);
  if (one === undefined || two === undefined || three === undefined) throw new Error('three were asked for');
  copies = [
    one,
    two,
    three,
    await county.accession({ titleId: one.titleId }),
    await county.accession({ titleId: two.titleId }),
  ];
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

type Command =
  | { readonly does: 'lend'; readonly pupil: number; readonly copy: number; readonly insists: boolean }
  | { readonly does: 'return'; readonly copy: number }
  | { readonly does: 'renew'; readonly nth: number }
  | { readonly does: 'lose'; readonly nth: number }
  | { readonly does: 'settle'; readonly nth: number }
  | { readonly does: 'hold'; readonly pupil: number; readonly copy: number; readonly thisCopy: boolean }
  | { readonly does: 'cancel'; readonly nth: number }
  | { readonly does: 'sleep'; readonly days: number };

const pupil = fc.nat({ max: 2 });
const copy = fc.nat({ max: 4 });
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('lend' as const), pupil, copy, insists: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('return' as const), copy }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('renew' as const), nth: fc.nat({ max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('lose' as const), nth: fc.nat({ max: 9 }) }) },
  // More often than a loss: who owes may not borrow.
  { weight: 2, arbitrary: fc.record({ does: fc.constant('settle' as const), nth: fc.nat({ max: 9 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('hold' as const), pupil, copy, thisCopy: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('cancel' as const), nth: fc.nat({ max: 9 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('sleep' as const), days: fc.integer({ min: 1, max: 12 }) }),
  },
);

const overrides = [
  'reader.same-title-on-loan',
  'reader.has-overdue',
  'copy.held-for-another-reader',
  'reader.at-limit',
].map((code) => ({ code, reason: 'because' }));
const idAt = (told: Reply, nth: number): string | undefined => {
  const items = told.body['items'] as { id: string }[];
  return items[nth % Math.max(1, items.length)]?.id;
};
let today = '2026-10-12';

/** Does it through the doors; answers are 2xx or a refusal, never anything else. */
async function perform(given: Command): Promise<void> {
  const told = await ask(given);
  if (told !== null && ![200, 201, 409].includes(told.status))
    throw new Error(`${JSON.stringify(given)} got ${told.status} ${JSON.stringify(told.body)}`);
}

async function ask(given: Command): Promise<Reply | null> {
  switch (given.does) {
    case 'lend':
      return county.lend(at(copies, given.copy), at(pupils, given.pupil), given.insists ? { overrides } : {});
    case 'return':
      return county.giveBack(at(copies, given.copy));
    case 'renew': {
      const loanId = idAt(await county.ask('GET', '/loans?status=open'), given.nth);
      return loanId === undefined ? null : county.ask('POST', '/renewals', { loanId });
    }
    case 'lose': {
      const loanId = idAt(await county.ask('GET', '/loans?status=open'), given.nth);
      return loanId === undefined ? null : county.lose(loanId);
    }
    case 'settle': {
      const id = idAt(await county.ask('GET', '/compensations?status=owed'), given.nth);
      return id === undefined ? null : county.settle(id, 'replaced');
    }
    case 'hold': {
      const { titleId, copyId } = at(copies, given.copy);
      const { readerId } = at(pupils, given.pupil);
      return county.ask('POST', '/holds', { readerId, ...(given.thisCopy ? { copyId } : { titleId }) });
    }
    case 'cancel': {
      const id = idAt(await county.ask('GET', '/holds'), given.nth);
      return id === undefined ? null : county.ask('DELETE', `/holds/${id}`);
    }
    case 'sleep':
      today = new Date(Date.parse(today) + given.days * 86_400_000).toISOString().slice(0, 10);
      await county.itIs(today);
      await county.service.app.get(ExpireHolds).execute();
      await county.service.app.get(MarkOverdueLoans).execute();
      return null;
  }
}

const at = <T>(list: readonly T[], place: number): T => {
  const found = list[place];
  if (found === undefined) throw new Error('no such place');
  return found;
};

describe('whatever happens at the desks', () => {
  it('counters, states, queues and versions agree with the ledger, one command after the other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (commands) => {
        for (const given of commands) {
          await perform(given);
          expect([JSON.stringify(given), await disagreements(county.service)]).toEqual([
            JSON.stringify(given),
            [],
          ]);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
  it('and just so when they happen all at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 20 }), async (commands) => {
        await Promise.all(commands.filter(({ does }) => does !== 'sleep').map(perform));
        expect(await disagreements(county.service)).toEqual([]);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });
});
