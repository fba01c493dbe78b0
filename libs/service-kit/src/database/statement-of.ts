import { statement, type Statement } from './session.js';
import { sql, words, type Sql } from './sql.js';

/** Where a value of a statement comes from: it stands in the text where it is meant, and is taken from what a call gives. */
export class Slot<Given> {
  constructor(readonly of: (given: Given) => unknown) {}
}

/** Makes the slots of a statement. */
export type ValueOf<Given> = (of: (given: Given) => unknown) => Slot<Given>;

/** A statement with a name, and its values as a call gives them: `rows(...LEND.with(loan))`. */
export class StatementOf<Given> {
  readonly statement: Statement;
  private readonly slots: readonly Slot<Given>[];

  constructor(name: string, piece: Sql) {
    const [text, slots] = piece.numbered();
    this.statement = statement(name, text);
    this.slots = slots as Slot<Given>[];
  }

  with(given: Given): [statement: Statement, values: unknown[]] {
    return [this.statement, this.slots.map((slot) => slot.of(given))];
  }
}

/**
 * A statement that is planned once per connection and runs with other values each time: its text is numbered once, when it
 * is made. Each value says beside its place where it comes from, so nobody keeps a list in the same order elsewhere.
 */
export const statementOf = <Given>(name: string, build: (value: ValueOf<Given>) => Sql): StatementOf<Given> =>
  new StatementOf<Given>(
    name,
    build((of) => new Slot(of)),
  );

/** Lists as rows, one column each: `unnest($1::uuid[], $2::text[])`. @param columns type and list of each */
export const unnested = <Given>(columns: readonly (readonly [type: string, list: Slot<Given>])[]): Sql =>
  sql`unnest(${columns
    .map(([type, list]) => sql`${list}::${words(`${type}[]`)}`)
    .reduce((all, column) => sql`${all}, ${column}`)})`;
