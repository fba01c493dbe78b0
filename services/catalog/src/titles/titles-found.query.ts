import { allOf, shared, sql, words, type Rows, type Sql } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { Question, type TitleQuestion } from './title-question.query.js';
import type { TitlePlace, TitlesAsked } from './titles-asked.http.js';

export type FoundTitle = { readonly id: TitleId; readonly place: TitlePlace };

/**
 * Titles that begin as the question does come first, so many of them; those behind them come in their turn with the others.
 * In a county of a million titles, tens of thousands begin with one sign.
 */
const BEGINNING = 3_000;
/**
 * So many titles, in their order, are looked through for a word before the index of words is asked for those behind them. A
 * word that one in sixty titles has fills a page from here, and a rarer one is asked for block by block. Neither way reads a table.
 */
const WINDOW = 3_000;
/** Titles of the window for one that is shown. */
const WINDOW_FOR_EACH = 60;
/** In a school the window is longer: behind it all titles of the county with the words are asked whether the school has them. */
const IN_SCHOOL = 2;
/** Before every title. */
const FIRST = '00000000-0000-0000-0000-000000000000';
/** Behind every title that begins so. */
const LAST = 'chr(1114111)';

type Beginning = { readonly search_key: string; readonly id: string };
type Row = { readonly id: TitleId; readonly search_key: string; readonly of_title: boolean };
/** What was found in the window, and where it ended. */
type Window = {
  readonly rows: readonly Row[];
  readonly looked: number;
  /** The last title looked at, or the one it was to begin behind; null: none. */
  readonly endsAt: { readonly id: string; readonly entryOrder: number } | null;
  /** Whether there were no more titles to look through. */
  readonly isAll: boolean;
};
/** Titles of one block in the index of words, as in the function `block_of` of the database: 8,192. */
const BLOCK_BITS = 13;
/** Naming more blocks than this saves nothing: that is a quarter of a million titles. */
const MOST_BLOCKS = 32;

/** Finds a page of titles in bounded time at any size of the catalogue. */
export class TitlesFound {
  private readonly question: Question;
  private readonly wanted: number;
  /** Titles of a school or a place are gone through as its copies have them, those of the county as they were entered. */
  private readonly order: 'id' | 'entry_order';

  constructor(
    private readonly rows: Rows,
    input: TitleQuestion & Pick<TitlesAsked, 'limit'>,
    schoolId: string | undefined,
    private readonly windowForEach = WINDOW_FOR_EACH,
  ) {
    this.question = new Question(input, schoolId);
    this.wanted = input.limit + 1;
    this.order = this.question.isOfCopies ? 'id' : 'entry_order';
  }

  /** One more than asked for, where there are more: titles that begin so, then those with the words in a title, then the others. */
  async after(place: TitlePlace | null): Promise<FoundTitle[]> {
    const last = this.question.key === '' ? null : await this.lastOfBeginning();
    const found: FoundTitle[] = [];
    const take = (stage: TitlePlace['stage'], rows: readonly Row[]): void => {
      for (const { id, search_key: key } of rows)
        if (found.length < this.wanted) found.push({ id, place: { stage, key: stage === 0 ? key : '', id } });
    };
    if (this.question.key !== '' && (place === null || place.stage === 0))
      take(0, await this.beginning(place, last));

    // Two stages in the same order; the first look through the window serves both.
    let window: Window | null = null;
    for (const stage of [1, 2] as const) {
      const isOver = stage === 2 && this.question.query === null;
      if (found.length >= this.wanted || isOver || (place !== null && place.stage > stage)) continue;
      const from = place?.stage === stage ? place.id : null;
      if (window === null || place?.stage === 1) window = await this.window(from, last);
      take(
        stage,
        window.rows.filter((row) => row.of_title === (stage === 1)),
      );
      if (found.length >= this.wanted || window.isAll) continue;
      take(stage, await this.behind(window, last, stage, this.wanted - found.length));
    }
    return found;
  }

  private async lastOfBeginning(): Promise<Beginning | null> {
    const [row] = await this.rows.rows<Beginning>(
      ...sql`select search_key, id from title t where ${this.begins()}
       order by search_key, id offset ${words(String(BEGINNING - 1))} limit 1`.numbered(),
    );
    return row ?? null;
  }

  private begins(): Sql {
    const key = shared(this.question.key);
    return sql`t.search_key >= ${key} and t.search_key < ${key}::text || ${words(LAST)}`;
  }

  private upTo(last: Beginning | null): Sql[] {
    return last === null ? [] : [sql`(t.search_key, t.id) <= (${last.search_key}, ${last.id}::uuid)`];
  }

  private beginning(place: TitlePlace | null, last: Beginning | null): Promise<Row[]> {
    const conditions = [
      this.begins(),
      ...this.upTo(last),
      ...(place === null ? [] : [sql`(t.search_key, t.id) > (${place.key}, ${place.id}::uuid)`]),
      ...this.question.narrowed(),
      ...this.question.held(),
    ];
    return this.rows.rows<Row>(
      ...sql`select t.id, t.search_key, true as of_title from title t where ${allOf(conditions)}
       order by t.search_key, t.id limit ${this.wanted}`.numbered(),
    );
  }

  /** Titles that were not among those that begin so. */
  private notBeginning(last: Beginning | null): Sql[] {
    if (this.question.key === '') return [];
    return [sql`not (${allOf([this.begins(), ...this.upTo(last)])})`];
  }

  /** The next titles in their order that fit, as far as the window goes. */
  private async window(afterId: string | null, last: Beginning | null): Promise<Window> {
    const { query, isOfCopies, isSelective } = this.question;
    // Without a condition every title fits.
    const fills = Math.max(WINDOW, this.wanted * this.windowForEach) * (isOfCopies ? IN_SCHOOL : 1);
    const size = isSelective ? fills : this.wanted;
    const wantedWords = shared(query);
    const conditions = [
      ...(query === null ? [] : [sql`t.words @@ ${wantedWords}::tsquery`]),
      ...this.question.narrowed(),
      ...this.notBeginning(last),
    ];
    const ofTitle = query === null ? sql`true` : sql`t.title_words @@ ${wantedWords}::tsquery`;
    const after = afterId ?? FIRST;
    // In their order, whatever the planner thinks of the words: limit and offset keep the conditions outside.
    const titles = isOfCopies
      ? sql`(select distinct c.title_id as id from copy c where ${this.question.ofCopies()}
              and c.title_id > ${after}::uuid order by c.title_id limit ${size}) held
           cross join lateral (select * from title where id = held.id offset 0) t`
      : sql`(select * from title where merged_into is null
              and entry_order > coalesce((select entry_order from title where id = ${after}::uuid), 0)
            order by entry_order limit ${size}) t`;
    const limit = shared(this.wanted);
    const order = words(this.order);
    const rows = await this.rows.rows<
      Row & { looked: number; ends_at: string | null; ends_at_entry: string }
    >(
      ...sql`with looked as materialized (
         select t.id, t.entry_order, t.search_key, ${allOf(conditions)} as fits, ${ofTitle} as of_title
         from ${titles}),
       fit as (
         (select * from looked where fits and of_title order by ${order} limit ${limit}) union all
         (select * from looked where fits and not of_title order by ${order} limit ${limit}))
       select n.looked, e.id as ends_at, e.entry_order as ends_at_entry, f.id, f.search_key, f.of_title
       from (select count(*)::int as looked from looked) n
         left join (select id, entry_order from looked order by ${order} desc limit 1) e on true
         left join fit f on true
       order by f.${order}`.numbered(),
    );
    const [first] = rows;
    const looked = first?.looked ?? 0;
    const endsAt = first?.ends_at ?? null;
    return {
      rows: rows.filter((row) => row.id !== null),
      looked,
      endsAt: endsAt === null ? null : { id: endsAt, entryOrder: Number(first?.ends_at_entry) },
      isAll: looked < size,
    };
  }

  /**
   * Those behind the window, which told how rare they are. With words, the blocks are asked for that will have them, then the
   * rest. Of a class, and in a school, there are few, else the window had given enough.
   */
  private async behind(
    { endsAt, looked, rows }: Window,
    last: Beginning | null,
    stage: 1 | 2,
    wanted: number,
  ): Promise<Row[]> {
    if (!this.question.isSelective || endsAt === null) return [];
    if (this.question.query === null || this.order === 'id')
      return this.byIndex(
        stage,
        last,
        sql`t.${words(this.order)} > ${endsAt[this.order === 'id' ? 'id' : 'entryOrder']}`,
      );
    const inWindow = rows.filter((row) => row.of_title === (stage === 1)).length;
    // Half as many again: where they stand is chance.
    const titles = Math.ceil((1.5 * wanted * looked) / (inWindow + 1));
    const [firstBlock, lastBlock] = [blockOf(endsAt.entryOrder), blockOf(endsAt.entryOrder + titles)];
    const rest = async (entryOrder: number): Promise<Row[]> =>
      this.byIndex(stage, last, sql`t.entry_order + 0 > ${entryOrder}`);
    if (lastBlock - firstBlock >= MOST_BLOCKS) return rest(endsAt.entryOrder);
    const near = await this.byIndex(
      stage,
      last,
      sql`t.entry_order + 0 > ${endsAt.entryOrder}`,
      Array.from({ length: lastBlock - firstBlock + 1 }, (_, at) => firstBlock + at),
    );
    if (near.length >= wanted) return near;
    return [...near, ...(await rest((lastBlock + 1) * 2 ** BLOCK_BITS - 1))];
  }

  /** All titles with the words, or of the class, by the index that has them, as far as `where` and the blocks go. */
  private byIndex(
    stage: 1 | 2,
    last: Beginning | null,
    where: Sql,
    blocks: readonly number[] = [],
  ): Promise<Row[]> {
    const { query } = this.question;
    const order = words(this.order);
    const wantedWords = shared(query);
    const inBlocks =
      blocks.length === 0
        ? words('')
        : sql` && ${blocks.map((block) => `'#${String(block)}'`).join(' | ')}::tsquery`;
    const indexed = (column: string): Sql =>
      sql`(t.${words(column)} || block_of(t.entry_order)) @@ (${wantedWords}::tsquery${inBlocks})`;
    const withWords = {
      1: [indexed('title_words')],
      2: [indexed('words'), sql`not t.title_words @@ ${wantedWords}::tsquery`],
    };
    const conditions = [
      ...(query === null ? [] : withWords[stage]),
      ...this.question.narrowed('by-index'),
      where,
      ...this.notBeginning(last),
      ...this.question.held(),
    ];
    return this.rows.rows<Row>(
      ...sql`with fit as materialized (
         select t.id, t.entry_order, t.search_key, true as of_title from title t where ${allOf(conditions)})
       select id, search_key, of_title from fit order by ${order} limit ${this.wanted}`.numbered(),
    );
  }
}

const blockOf = (entryOrder: number): number => Math.floor(entryOrder / 2 ** BLOCK_BITS);
