import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, nothingIsNoted, type Copy, type Pupil, type Reply } from '../a-county.builder.js';
import { ExpireHolds } from '../holds/expire-holds.use-case.js';
import { RULES, SmallLibrary, type Action, type Kept } from './a-small-library.builder.js';

/** A hundred thousand once in a while: `SHULIAN_MODEL_STEPS=100000`, with `SHULIAN_MODEL_SEED` to see a run again. */
const STEPS = Number(process.env['SHULIAN_MODEL_STEPS'] ?? 400);
const SEED = Number(process.env['SHULIAN_MODEL_SEED'] ?? Date.now() % 1_000_000_000);
/** Steps in a library before the next is opened: its term is not over by then. */
const STEPS_IN_ONE = 200;
const READERS = 4;
/** Copy by copy, its title. */
const TITLES = [0, 0, 1, 1, 2];

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('small_library');
  county = await CountyForTests.open(database.ownerUrl);
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const copy = fc.nat({ max: TITLES.length - 1 });
const reader = fc.nat({ max: READERS - 1 });
const on = <Does extends string>(does: Does) => fc.record({ does: fc.constant(does), copy, reader });
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 30, arbitrary: on('lend') },
  { weight: 20, arbitrary: on('return') },
  { weight: 8, arbitrary: on('renew') },
  { weight: 4, arbitrary: on('lose') },
  { weight: 8, arbitrary: fc.record({ does: fc.constant('settle' as const), reader }) },
  {
    weight: 20,
    arbitrary: fc.record({ does: fc.constant('hold' as const), copy, reader, thisCopy: fc.boolean() }),
  },
  { weight: 6, arbitrary: on('cancel') },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('sleep' as const), days: fc.integer({ min: 1, max: 6 }) }),
  },
);

/** The same library, kept by the service. */
class KeptByService {
  private constructor(
    private readonly librarian: string,
    private readonly copies: readonly Copy[],
    private readonly readers: readonly Pupil[],
  ) {}

  static async open(): Promise<KeptByService> {
    const schoolId = randomUUID() as SchoolId;
    await county.openSchool(schoolId);
    const librarian = await county.account({ role: 'librarian', schoolId });
    const rules = await county.ask(
      'PUT',
      '/lending-policies',
      { rows: [{ sets: RULES }] },
      { as: librarian },
    );
    expect(rules.status).toBe(200);
    const titles = TITLES.map(() => randomUUID());
    const copies: Copy[] = [];
    for (const title of TITLES)
      copies.push(await county.accession({ schoolId, titleId: titles[title] as Copy['titleId'] }));
    const readers: Pupil[] = [];
    for (let n = 0; n < READERS; n += 1) readers.push(await county.enrol({ schoolId }));
    return new KeptByService(librarian, copies, readers);
  }

  /** Codes of the refusal; none where it was done; null where there is nothing to do it with. */
  async does(action: Action, today: string): Promise<readonly string[] | null> {
    if (action.does === 'sleep') {
      await county.itIs(today);
      await county.service.app.get(ExpireHolds).execute();
      return [];
    }
    const answer = await this.ask(action);
    if (answer === null || answer.status < 300) return answer === null ? null : [];
    const reasons = answer.body['reasons'] as { code: string }[] | undefined;
    return reasons?.map(({ code }) => code) ?? [`${answer.status} ${JSON.stringify(answer.body)}`];
  }

  private async ask(action: Exclude<Action, { does: 'sleep' }>): Promise<Reply | null> {
    const reader = at(this.readers, action.reader);
    if (action.does === 'settle') {
      const id = await this.idOf(
        `select id from compensation where reader_id = $1 and status = 'owed' limit 1`,
        [reader.readerId],
      );
      return id === null ? null : this.post(`/compensations/${id}/settlement`, { how: 'paid' });
    }
    const { barcode: copyBarcode, copyId, titleId } = at(this.copies, action.copy);
    const { readerId } = reader;
    const isOut = () => this.idOf(`select id from loan where copy_id = $1 and closed_how is null`, [copyId]);
    switch (action.does) {
      case 'lend':
        return this.post('/checkouts', { copyBarcode, readerId });
      case 'return':
        return this.post('/returns', { copyBarcode });
      case 'renew':
        return (await isOut()) === null ? null : this.post('/renewals', { copyBarcode });
      case 'lose':
        return (await isOut()) === null ? null : this.post('/losses', { copyBarcode });
      case 'hold':
        return this.post('/holds', { readerId, ...(action.thisCopy ? { copyId } : { titleId }) });
      case 'cancel': {
        const id = await this.idOf(
          `select id from hold where title_id = $1 and reader_id = $2 and status in ('waiting', 'ready')`,
          [titleId, readerId],
        );
        return id === null ? null : county.ask('DELETE', `/holds/${id}`, undefined, { as: this.librarian });
      }
    }
  }

  private post(path: string, body: object): Promise<Reply> {
    return county.ask('POST', path, body, { as: this.librarian });
  }

  private async idOf(query: string, values: unknown[]): Promise<string | null> {
    const [row] = await county.service.sql<{ id: string }>(query, values);
    return row?.id ?? null;
  }

  async kept(): Promise<Kept & { readonly chosen: ReadonlyMap<string, number> }> {
    await nothingIsNoted(county.service);
    const copies = this.copies.map(({ copyId }) => copyId);
    const readers = this.readers.map(({ readerId }) => readerId);
    const [row] = await county.service.sql<{
      loans: string[];
      holds: { title: number; reader: number; wanted: number | null; copy: number | null; until: string }[];
      copies: string[];
      debts: number[];
    }>(
      `with c as (select id, (n - 1)::int as n from unnest($1::uuid[]) with ordinality u(id, n)),
         r as (select id, (n - 1)::int as n from unnest($2::uuid[]) with ordinality u(id, n)),
         t as (select id, min(n) as n from (select k.title_id as id, ($3::int[])[c.n + 1] as n from c join known_copy k on k.copy_id = c.id) x group by 1)
       select
         array(select concat_ws(' ', c.n, r.n, l.due_on, l.renewals) from loan l join c on c.id = l.copy_id join r on r.id = l.reader_id
           where l.closed_how is null) as loans,
         (select coalesce(json_agg(json_build_object('title', t.n, 'reader', r.n, 'wanted', w.n, 'copy', c.n, 'until', h.pick_up_by_on)), '[]')
           from hold h join t on t.id = h.title_id join r on r.id = h.reader_id left join c w on w.id = h.wanted_copy_id
           left join c on c.id = h.copy_id and h.status = 'ready' where h.status in ('waiting', 'ready')) as holds,
         array(select lc.state from c join lent_copy lc on lc.copy_id = c.id order by c.n) as copies,
         array(select (select count(*)::int from compensation o where o.reader_id = r.id and o.status = 'owed') from r order by r.n) as debts`,
      [copies, readers, TITLES],
    );
    if (row === undefined) throw new Error('one row is always there');
    return {
      loans: [...row.loans].sort(),
      holds: row.holds
        .map(({ title, reader: who, wanted, copy: ready, until }) =>
          [title, who, wanted ?? 'any', ready === null ? 'waits' : `${String(ready)} until ${until}`].join(
            ' ',
          ),
        )
        .sort(),
      copies: row.copies,
      debts: row.debts,
      chosen: new Map(
        row.holds.flatMap(({ title, reader: who, copy: ready }) =>
          ready === null ? [] : [[`${String(title)} ${String(who)}`, ready] as const],
        ),
      ),
    };
  }
}

const at = <T>(list: readonly T[], place: number): T => {
  const found = list[place];
  if (found === undefined) throw new Error('no such place');
  return found;
};

describe('a small library', () => {
  it(
    `answers and keeps what the reference model does, step by step (${String(STEPS)} steps, seed ${String(SEED)})`,
    async () => {
      const actions = fc.sample(action, { numRuns: STEPS, seed: SEED });
      let done = 0;
      for (let from = 0; from < STEPS; from += STEPS_IN_ONE) {
        const began = '2026-10-12';
        await county.itIs(began);
        const model = new SmallLibrary(TITLES, READERS, began);
        const service = await KeptByService.open();
        const history: string[] = [];
        for (const step of actions.slice(from, from + STEPS_IN_ONE)) {
          const stated = model.does(step);
          const answered = await service.does(step, model.today);
          const { chosen, ...kept } = await service.kept();
          model.agreeOn(chosen);
          history.push(`${JSON.stringify(step)} → ${JSON.stringify(answered)}`);
          expect({ history, answer: answered, ...kept }).toEqual({
            history,
            answer: stated,
            ...model.kept(),
          });
          if (answered?.length === 0) done += 1;
        }
      }
      // Most of what is tried has to be possible, or nothing would be compared.
      expect(done).toBeGreaterThan(STEPS / 4);
    },
    Math.max(120_000, STEPS * 100),
  );
});
