import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarDay, CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { Caller, Health, newId, Problem, Transaction } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import fc from 'fast-check';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { accessionCopies } from '../accession/accession-copies.use-case.js';
import { ChangeCopy } from '../accession/change-copy.use-case.js';
import { ChangeTitle } from '../titles/change-title.use-case.js';
import { CheckRegisters } from './check-registers.use-case.js';
import { ClassifiedQuery } from './classified.query.js';
import { ClosePeriod } from './close-period.use-case.js';
import { RegisterAsked } from './registers.http.js';
import { RegistersQuery } from './registers.query.js';

const HISTORIES = 60;
const day = '2026-10-12' as CalendarDay;
const all = Object.assign(new RegisterAsked(), { limit: 500 });
/** A service that is killed in the middle of its work leaves what a rollback leaves. */
class Killed extends Error {}

let catalog: CatalogForTests;
let titles: TitleId[];
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_balance_of_registers'));
  titles = [];
  for (const title of ['呐喊', '彷徨', '野草']) {
    const { body } = await catalog.call('POST', '/titles', { title });
    titles.push((body as { id: TitleId }).id);
  }
});
afterAll(() => catalog.end());

const caller = new Caller(
  { sub: 'test' } as never,
  { county: true, schools: new Set(), classes: new Map() } as never,
);
type Command =
  | { readonly does: 'enter'; readonly copies: readonly (readonly [title: number, clc: string | null, fen: number | null])[]; readonly killed: boolean }
  | { readonly does: 'change'; readonly at: number; readonly change: Readonly<Record<string, unknown>> }
  | { readonly does: 'correct'; readonly at: number; readonly fen: number }
  | { readonly does: 'reclass'; readonly title: number; readonly clc: string | null }
  | { readonly does: 'close' }; // prettier-ignore

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.record({
    does: fc.constant('enter' as const),
    copies: fc.array(fc.tuple(fc.nat({ max: 2 }), fc.constantFrom('I210.6', 'I247.5', 'O1', null), fc.option(fc.nat({ max: 9_900 }))), { minLength: 1, maxLength: 5 }),
    killed: fc.boolean(),
  }) },
  { weight: 5, arbitrary: fc.record({
    does: fc.constant('change' as const),
    at: fc.nat({ max: 30 }),
    change: fc.constantFrom(
      { priceFen: 4_200 }, { priceFen: null }, { priceFen: 0 }, { status: 'withdrawn', withdrawalReason: 'lost' },
      { status: 'withdrawn', withdrawalReason: 'lost', priceFen: 777 }, { location: '二楼' }, { status: 'withdrawn' },
    ),
  }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('correct' as const), at: fc.nat({ max: 30 }), fen: fc.nat({ max: 9_900 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('reclass' as const), title: fc.nat({ max: 2 }), clc: fc.constantFrom('I210.6', 'I247.5', 'O1', null) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('close' as const) }) },
); // prettier-ignore
/** A few desks at once, step by step. */
const history = fc.array(fc.array(command, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });

const copiesOf = (schoolId: SchoolId): Promise<{ id: CopyId; version: number; line: number }[]> =>
  catalog.sql(
    `select c.id, c.version, l.number as line from copy c join register_line l on l.copy_id = c.id and l.kind = 'accession'
     where c.school_id = $1 order by c.accession_number`,
    [schoolId],
  );

const done = async (schoolId: SchoolId, command: Command): Promise<unknown> => {
  if (command.does === 'close')
    return catalog.app.get(ClosePeriod).execute(`期 ${newId()}`, schoolId, 'test', null);
  if (command.does === 'enter')
    return catalog.app.get<Transaction>(Transaction).run(async (tx) => {
      const entry = { day, source: 'purchase', documentNumber: null, importId: null, by: 'test' } as const;
      await accessionCopies(tx, { id: schoolId, code: 'SY' }, entry, command.copies.map(([title, clc, priceFen]) => ({
        titleId: titles[title] as TitleId, barcode: null, clc, bookNumber: null, callNumber: null, kind: 'book', volume: null,
        location: null, priceFen, stockState: null, formerNumber: null, foundAs: null,
      }))); // prettier-ignore
      if (command.killed) throw new Killed();
    });
  if (command.does === 'reclass') {
    const id = titles[command.title] as TitleId;
    const [title] = await catalog.sql<{ version: number }>('select version from title where id = $1', [id]);
    return catalog.app.get(ChangeTitle).execute(null, caller, id, title?.version ?? 1, { clc: command.clc });
  } // prettier-ignore
  const copies = await copiesOf(schoolId);
  const copy = copies[command.at % Math.max(1, copies.length)];
  if (copy === undefined) return undefined;
  const change =
    command.does === 'change'
      ? command.change
      : { priceFen: command.fen, correctsLine: copy.line, correctionNote: '看错发票' };
  return catalog.app.get(ChangeCopy).execute(null, caller, copy.id, copy.version, change);
};

/** What a desk is told in its turn, and what the machine has it suffer. */
const isRefusal = (reason: unknown): boolean => reason instanceof Killed || reason instanceof Problem;

const sum = <Line>(lines: readonly Line[], of: (line: Line) => number): number =>
  lines.reduce((total, line) => total + of(line), 0);

describe('the registers', () => {
  it('balance after any history of several desks, with kills: individual less withdrawn, summary, classes, copies', async () => {
    const query = catalog.app.get(RegistersQuery);
    const ledger = catalog.app.get(ClassifiedQuery);
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const schoolId = newId<SchoolId>();
        for (const step of steps)
          for (const outcome of await Promise.allSettled(step.map((each) => done(schoolId, each))))
            if (outcome.status === 'rejected' && !isRefusal(outcome.reason)) throw outcome.reason;
        const [stock] = await catalog.sql<{ volumes: number; fen: number }>(
          `select count(*)::int as volumes, coalesce(sum(price_fen), 0)::int as fen from copy
           where school_id = $1 and withdrawn_on is null`,
          [schoolId],
        );
        const { items: individual } = await query.individual(all, schoolId);
        const { items: withdrawn } = await query.withdrawals(all, schoolId);
        const { items: summary } = await query.summary(all, schoolId);
        const { items: classes } = await ledger.of(all, schoolId);
        const total = classes.at(-1);
        const last = summary.at(-1) ?? { volumesBalance: 0, fenBalance: 0, titlesBalance: 0 };
        expect({
          volumes: individual.length - withdrawn.length,
          fen: sum(individual, ({ valueFen }) => valueFen) - sum(withdrawn, ({ fen }) => fen),
        }).toEqual(stock);
        expect({ volumes: last.volumesBalance, fen: last.fenBalance }).toEqual(stock);
        expect({ volumes: total?.volumesAfter, fen: total?.fenAfter }).toEqual(stock);
        expect(sum(classes.slice(0, -1), ({ volumesAfter }) => volumesAfter)).toBe(stock?.volumes);
        expect(sum(classes.slice(0, -1), ({ fenAfter }) => fenAfter)).toBe(stock?.fen);
        for (const { mainClass, volumesAfter, fenAfter } of classes.slice(0, -1)) {
          if (mainClass === '-') continue;
          const { items: within } = await ledger.of({ ...all, within: mainClass }, schoolId);
          const lines = within.slice(0, -1);
          expect(sum(lines, (line) => line.volumesAfter)).toBe(volumesAfter);
          expect(sum(lines, (line) => line.fenAfter)).toBe(fenAfter);
          for (const line of lines) {
            expect(line.titlesBefore + line.titlesIn - line.titlesOut + line.titlesReclassified).toBe(
              line.titlesAfter,
            );
            expect(line.volumesBefore + line.volumesIn - line.volumesOut + line.volumesReclassified).toBe(
              line.volumesAfter,
            );
          }
        }
        expect(last.titlesBalance).toBe(total?.titlesAfter);
        if (withdrawn.length > 0) expect(withdrawn.at(-1)?.volumesSoFar).toBe(withdrawn.length);
      }),
      { numRuns: HISTORIES },
    );
    expect(await catalog.app.get(CheckRegisters).execute(day, new AbortController().signal)).toEqual([]);
  }, 300_000);

  it('that a hand has made wrong are told by the nightly check, and by the readiness until it is mended', async () => {
    const schoolId = catalog.schools[0];
    const { body } = await catalog.call('POST', '/copies', { titleId: titles[0], priceFen: 1_000 });
    const { id } = body as { id: string };
    const check = (): Promise<unknown> =>
      catalog.app.get(CheckRegisters).execute(day, new AbortController().signal);
    const why = async (): Promise<readonly string[]> => (await catalog.app.get(Health).readiness()).why;
    await catalog.sql('update copy set price_fen = 999 where id = $1', [id]);
    expect(await check()).toEqual([{ schoolId, differing: ['fen'] }]);
    expect(await why()).toContain('the registers of 1 schools do not agree with their copies (2026-10-12)');
    await catalog.sql('update copy set price_fen = 1000 where id = $1', [id]);
    expect(await check()).toEqual([]);
    expect((await why()).join()).not.toContain('registers');
  });
});
