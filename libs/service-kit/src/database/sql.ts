/** A value that several places of one statement share: one parameter, however often it is named. */
class Bound {
  constructor(readonly value: unknown) {}
}

/** A piece of SQL whose values stand where they are meant; they get their numbers when the whole is there. */
export class Sql {
  constructor(
    private readonly texts: readonly string[],
    private readonly holes: readonly unknown[],
  ) {}

  /** Text and values as `rows` takes them: `rows(...piece.numbered())`. */
  numbered(): [text: string, values: unknown[]] {
    const values: unknown[] = [];
    return [this.textWith(values, new Map()), values];
  }

  private textWith(values: unknown[], numbers: Map<Bound, number>): string {
    return this.texts
      .map((text, at) => (at === 0 ? text : holeWith(this.holes[at - 1], values, numbers) + text))
      .join('');

    function holeWith(hole: unknown, given: unknown[], shared: Map<Bound, number>): string {
      if (hole instanceof Sql) return hole.textWith(given, shared);
      if (!(hole instanceof Bound)) return `$${String(given.push(hole))}`;
      const number = shared.get(hole) ?? given.push(hole.value);
      shared.set(hole, number);
      return `$${String(number)}`;
    }
  }
}

/** SQL with values and other pieces in its holes: sql`id = ${id} and ${condition}`. A value never becomes text. */
export const sql = (texts: TemplateStringsArray, ...holes: readonly unknown[]): Sql => new Sql(texts, holes);

/** A value with one number, wherever it stands in the statement. */
export const shared = (value: unknown): unknown => new Bound(value);

/** Conditions that all hold; without any, everything does. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0
    ? new Sql(['true'], [])
    : new Sql(['', ...conditions.slice(1).map(() => ' and '), ''], conditions);

/** Words of our own that are no value: a name of a column. Never what somebody sent. */
export const words = (text: string): Sql => new Sql([text], []);
