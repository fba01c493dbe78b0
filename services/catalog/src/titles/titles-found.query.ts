import { invalid, type Rows } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { readIsbn } from './isbn.adapter.js';
import { keyOfQuestion, tsqueryOf } from './title-finding.use-case.js';
import type { TitlePlace, TitlesAsked } from './titles.http.js';

export type FoundTitle = { readonly id: TitleId; readonly place: TitlePlace };

/**
 * Titles that begin as the question does come first, so many of them; those behind them come in their turn with the others.
 * In a county of a million titles, tens of thousands begin with one sign.
 */
const BEGINNING = 3_000;
/**
 * So many titles, in their order, are looked through for a word before the index of words is asked for all that have it. A word
 * that one in a hundred titles has fills a page from here; of one that is rarer the index gives few. Neither way reads a table.
 */
const WINDOW = 6_000;
/** Titles of the window for one that is shown. */
const WINDOW_FOR_EACH = 60;
/** Behind every title that begins so. */
const LAST = 'chr(1114111)';

/** A question in the words of the database; places of the parameters are given out as they are named. */
class Asking {
  readonly values: unknown[] = [];
  readonly bound = (value: unknown): string => `$${String(this.values.push(value))}`;
}

/** What is asked, read once. @throws Problem 400 for an ISBN that is none */
class Question {
  readonly query: string | null;
  readonly key: string;
  private readonly isbn: string | null;
  private readonly clc: string | null;

  constructor(
    input: Pick<TitlesAsked, 'q' | 'clc' | 'isbn'>,
    readonly schoolId: string | undefined,
  ) {
    this.query = input.q === undefined ? null : tsqueryOf(input.q);
    this.key = this.query === null ? '' : keyOfQuestion(input.q ?? '');
    this.clc = input.clc === undefined || input.clc.trim() === '' ? null : beginsWith(input.clc);
    this.isbn = input.isbn === undefined || input.isbn.trim() === '' ? null : isbnOf(input.isbn);
  }

  get isSelective(): boolean {
    return this.query !== null || this.clc !== null || this.isbn !== null;
  }

  /** All conditions but the words, on a title `t` that stands. */
  narrowed({ bound }: Asking): string[] {
    return [
      't.merged_into is null',
      ...(this.clc === null ? [] : [`t.clc like ${bound(this.clc)}`]),
      ...(this.isbn === null ? [] : [`t.isbns @> array[${bound(this.isbn)}]`]),
    ];
  }

  heldBySchool({ bound }: Asking): string[] {
    if (this.schoolId === undefined) return [];
    return [
      `exists (select from copy c where c.title_id = t.id and c.school_id = ${bound(this.schoolId)}
      and c.stock_state <> 'withdrawn')`,
    ];
  }
}

type Beginning = { readonly search_key: string; readonly id: string };
type Row = { readonly id: TitleId; readonly search_key: string; readonly of_title: boolean };

/** Finds a page of titles in bounded time at any size of the catalogue. */
export class TitlesFound {
  private readonly question: Question;
  private readonly wanted: number;

  constructor(
    private readonly rows: Rows,
    input: TitlesAsked,
    schoolId: string | undefined,
  ) {
    this.question = new Question(input, schoolId);
    this.wanted = input.limit + 1;
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
    if (found.length >= this.wanted) return found;

    const from = place === null || place.stage === 0 ? null : place;
    // Two stages in the order of ids; the first look through the window serves both.
    const window = await this.window(from?.id ?? null, last);
    const ofTitle = window.rows.filter((row) => row.of_title);
    const ofOthers = window.rows.filter((row) => !row.of_title);
    if (from?.stage !== 2) {
      const enough = window.isAll || ofTitle.length >= this.wanted - found.length;
      take(1, enough ? ofTitle : await this.byIndex(from?.id ?? null, last, 'of-title'));
      if (found.length >= this.wanted) return found;
    }
    if (this.question.query === null) return found;
    const others = from === null || from.stage === 2 ? window : await this.window(null, last);
    const inOthers = others === window ? ofOthers : others.rows.filter((row) => !row.of_title);
    const enough = others.isAll || inOthers.length >= this.wanted - found.length;
    take(2, enough ? inOthers : await this.byIndex(from?.stage === 2 ? from.id : null, last, 'of-others'));
    return found;
  }

  private async lastOfBeginning(): Promise<Beginning | null> {
    const asking = new Asking();
    const [row] = await this.rows.rows<Beginning>(
      `select search_key, id from title t where ${this.begins(asking)}
       order by search_key, id offset ${String(BEGINNING - 1)} limit 1`,
      asking.values,
    );
    return row ?? null;
  }

  private begins({ bound }: Asking): string {
    const key = bound(this.question.key);
    return `t.search_key >= ${key} and t.search_key < ${key}::text || ${LAST}`;
  }

  private upTo({ bound }: Asking, last: Beginning | null): string[] {
    return last === null
      ? []
      : [`(t.search_key, t.id) <= (${bound(last.search_key)}, ${bound(last.id)}::uuid)`];
  }

  private beginning(place: TitlePlace | null, last: Beginning | null): Promise<Row[]> {
    const asking = new Asking();
    const { bound } = asking;
    const conditions = [
      this.begins(asking),
      ...this.upTo(asking, last),
      ...(place === null ? [] : [`(t.search_key, t.id) > (${bound(place.key)}, ${bound(place.id)}::uuid)`]),
      ...this.question.narrowed(asking),
      ...this.question.heldBySchool(asking),
    ];
    return this.rows.rows<Row>(
      `select t.id, t.search_key, true as of_title from title t where ${conditions.join(' and ')}
       order by t.search_key, t.id limit ${bound(this.wanted)}`,
      asking.values,
    );
  }

  /** Titles that were not among those that begin so. */
  private notBeginning(asking: Asking, last: Beginning | null): string[] {
    if (this.question.key === '') return [];
    return [`not (${[this.begins(asking), ...this.upTo(asking, last)].join(' and ')})`];
  }

  /** The next titles in their order that fit; `isAll` when there were no more titles to look through. */
  private async window(
    afterId: string | null,
    last: Beginning | null,
  ): Promise<{ readonly rows: Row[]; readonly isAll: boolean }> {
    // Without a condition every title fits.
    const size = this.question.isSelective ? Math.max(WINDOW, this.wanted * WINDOW_FOR_EACH) : this.wanted;
    const asking = new Asking();
    const { bound } = asking;
    const { query, schoolId } = this.question;
    const after = bound(afterId ?? '00000000-0000-0000-0000-000000000000');
    const words = query === null ? null : bound(query);
    const conditions = [
      ...(words === null ? [] : [`t.words @@ ${words}::tsquery`]),
      ...this.question.narrowed(asking),
      ...this.notBeginning(asking, last),
    ];
    const ofTitle = words === null ? 'true' : `t.title_words @@ ${words}::tsquery`;
    // In their order, whatever the planner thinks of the words: limit and offset keep the conditions outside.
    const titles =
      schoolId === undefined
        ? `(select * from title where id > ${after}::uuid and merged_into is null order by id limit ${bound(size)}) t`
        : `(select distinct title_id as id from copy where school_id = ${bound(schoolId)} and stock_state <> 'withdrawn'
              and title_id > ${after}::uuid order by title_id limit ${bound(size)}) held
           cross join lateral (select * from title where id = held.id offset 0) t`;
    const limit = bound(this.wanted);
    const rows = await this.rows.rows<Row & { looked: string }>(
      `with looked as materialized (
         select t.id, t.search_key, ${conditions.join(' and ')} as fits, ${ofTitle} as of_title
         from ${titles})
       select n.looked, f.id, f.search_key, f.of_title from (select count(*) as looked from looked) n left join (
         (select * from looked where fits and of_title order by id limit ${limit}) union all
         (select * from looked where fits and not of_title order by id limit ${limit})) f on true`,
      asking.values,
    );
    const isAll = Number(rows[0]?.looked ?? 0) < size;
    const inOrder = rows.filter((row) => row.id !== null).sort((a, b) => (a.id < b.id ? -1 : 1));
    return { rows: inOrder, isAll };
  }

  /** All titles with the words, or of the class, by the index that has them; they are few, else the window had given enough. */
  private byIndex(
    afterId: string | null,
    last: Beginning | null,
    which: 'of-title' | 'of-others',
  ): Promise<Row[]> {
    if (!this.question.isSelective) return Promise.resolve([]);
    const asking = new Asking();
    const { bound } = asking;
    const { query } = this.question;
    const words = query === null ? null : bound(query);
    const withWords = {
      'of-title': [`t.title_words @@ ${words ?? ''}::tsquery`],
      'of-others': [`t.words @@ ${words ?? ''}::tsquery`, `not t.title_words @@ ${words ?? ''}::tsquery`],
    };
    const conditions = [
      ...(words === null ? [] : withWords[which]),
      ...this.question.narrowed(asking),
      ...(afterId === null ? [] : [`t.id > ${bound(afterId)}::uuid`]),
      ...this.notBeginning(asking, last),
      ...this.question.heldBySchool(asking),
    ];
    return this.rows.rows<Row>(
      `with fit as materialized (
         select t.id, t.search_key, true as of_title from title t where ${conditions.join(' and ')})
       select * from fit order by id limit ${bound(this.wanted)}`,
      asking.values,
    );
  }
}

const isbnOf = (text: string): string => {
  const isbn = readIsbn(text);
  if (isbn === null) throw invalid({ pointer: '?isbn', code: 'isbn-invalid' });
  return isbn.isbn13;
};

/** A class number as kept (dots after every third digit) or its beginning, as a pattern. */
const beginsWith = (clc: string): string => {
  const plain = clc.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
  const stem = /^([A-Z]+)([\d.]*)$/.exec(plain);
  const dotted =
    stem === null
      ? plain
      : `${stem[1] ?? ''}${((stem[2] ?? '').replaceAll('.', '').match(/\d{1,3}/g) ?? []).join('.')}`;
  return `${dotted.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
};
