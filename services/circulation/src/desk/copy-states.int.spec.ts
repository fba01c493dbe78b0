import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests } from '../a-county.builder.js';
import { CopyCells, type Outcome } from './copy-cells.builder.js';
import { COPY_STATE_TABLE, linesOf, type Line } from './copy-state-table.builder.js';
import { allCells, OPERATIONS, type Cell } from './copy-states.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
let outcomes: Outcome[];

beforeAll(async () => {
  database = await freshDatabase('copy_states');
  county = await CountyForTests.open(database.ownerUrl);
  outcomes = await new CopyCells(county).outcomesOf(allCells());
}, 120_000);
afterAll(async () => {
  await county.stop();
  await database.drop();
});

/** What the line says comes of the cell, beginning with what was. */
function expected({ result }: Line, { cell, before }: Outcome): Pick<Outcome, 'refused' | 'after'> {
  if ('refused' in result) return { refused: result.refused, after: before };
  const waiting = {
    'as before': before.waiting,
    'the reader joins': [...before.waiting, cell.reader ?? ''],
    'its first is served': before.waiting.slice(1),
    'whom it was kept for waits first': ['same', ...before.waiting],
  }[result.queue];
  const owed = before.place.includes('; owed') && !result.place.includes(';') ? '; owed by same' : '';
  const place = result.place === 'as before' ? before.place : `${result.place}${owed}`;
  return { refused: [], after: { place, waiting } };
}
const named = (cell: Cell): string => Object.values(cell).join(' ');

describe('a copy at the desk', () => {
  it('has one stated result for everything that can be done in every state', () => {
    const cells = allCells();
    expect(cells.length).toBeGreaterThan(500);
    expect(
      cells.map((cell) => [named(cell), linesOf(cell).length]).filter(([, lines]) => lines !== 1),
    ).toEqual([]);
    const used = new Set(cells.flatMap(linesOf));
    expect(COPY_STATE_TABLE.filter((line) => !used.has(line))).toEqual([]);
  });
  it.each(OPERATIONS)('comes through %s as the table says, in every state', (operation) => {
    const ofOperation = outcomes.filter(({ cell }) => cell.operation === operation);
    expect(ofOperation.length).toBeGreaterThan(0);
    const seen = ofOperation.map(({ cell, refused, after }) => ({ cell: named(cell), refused, after }));
    const stated = ofOperation.map((outcome) => {
      const [line] = linesOf(outcome.cell);
      return { cell: named(outcome.cell), ...(line === undefined ? {} : expected(line, outcome)) };
    });
    expect(seen).toEqual(stated);
  });
});
