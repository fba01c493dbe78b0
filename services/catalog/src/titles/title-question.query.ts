import { allOf, invalid, sql, words, type Sql } from '@shulian/service-kit';
import { readIsbn } from './isbn.adapter.js';
import { keyOfQuestion, tsqueryOf } from './title-finding.use-case.js';
import type { TitlesAsked } from './titles-asked.http.js';

/** What titles are asked by; the words by where they stand, the rest as it is. */
export type TitleQuestion = Pick<
  TitlesAsked,
  'q' | 'clc' | 'isbn' | 'subject' | 'kind' | 'band' | 'level' | 'theme' | 'locationId'
>;

/** What is asked, read once. @throws Problem 400 for an ISBN that is none */
export class Question {
  readonly query: string | null;
  readonly key: string;
  private readonly isbn: string | null;
  private readonly clc: string | null;
  private readonly subject: string | null;
  private readonly kind: string | null;
  private readonly locationId: string | null;
  /** For whom they are marked. */
  private readonly marks: readonly Sql[];

  constructor(
    input: TitleQuestion,
    readonly schoolId: string | undefined,
  ) {
    this.query = input.q === undefined ? null : tsqueryOf(input.q);
    this.key = this.query === null ? '' : keyOfQuestion(input.q ?? '');
    this.clc = input.clc === undefined || input.clc.trim() === '' ? null : beginsWith(input.clc);
    this.subject = input.subject ?? null;
    this.kind = input.kind ?? null;
    this.locationId = input.locationId ?? null;
    this.marks = [
      ...(input.band === undefined ? [] : [sql`a.bands @> array[${input.band}]`]),
      ...(input.level === undefined ? [] : [sql`a.level = ${input.level}`]),
      ...(input.theme === undefined ? [] : [sql`a.themes @> array[${input.theme}::uuid]`]),
    ];
    this.isbn = input.isbn === undefined || input.isbn.trim() === '' ? null : isbnOf(input.isbn);
  }

  get isSelective(): boolean {
    return (
      this.query !== null ||
      this.clc !== null ||
      this.isbn !== null ||
      this.subject !== null ||
      this.kind !== null ||
      this.marks.length > 0
    );
  }

  /**
   * All conditions but the words, on a title `t` that stands. Where titles are looked through, their marks are looked up one by one
   * (an offset keeps them from being read for the whole county first); by the index of marks otherwise.
   */
  narrowed(marks: 'one-by-one' | 'by-index' = 'one-by-one'): Sql[] {
    return [
      sql`t.merged_into is null`,
      ...(this.clc === null ? [] : [sql`t.clc like ${this.clc}`]),
      ...(this.isbn === null ? [] : [sql`t.isbns @> array[${this.isbn}]`]),
      ...(this.subject === null ? [] : [sql`t.subjects @> array[${this.subject}]`]),
      ...(this.kind === null ? [] : [sql`t.kind = ${this.kind}`]),
      ...(this.marks.length === 0
        ? []
        : [
            sql`exists (select from title_audience a where a.title_id = t.id and ${allOf(this.marks)} ${words(
              marks === 'one-by-one' ? 'offset 0' : '',
            )})`,
          ]),
    ];
  }

  /** Whether copies decide what is looked at: those of a school, or in a place of one. */
  get isOfCopies(): boolean {
    return this.schoolId !== undefined || this.locationId !== null;
  }

  /** Which copies those are, of rows `c`. */
  ofCopies(): Sql {
    const { schoolId, locationId } = this;
    return allOf([
      sql`c.stock_state <> 'withdrawn'`,
      ...(schoolId === undefined ? [] : [sql`c.school_id = ${schoolId}`]),
      ...(locationId === null
        ? []
        : [
            sql`c.location_id in (select p.id from location p where p.ancestors @> array[${locationId}::uuid])`,
          ]),
    ]);
  }

  held(): Sql[] {
    return this.isOfCopies
      ? [sql`exists (select from copy c where c.title_id = t.id and ${this.ofCopies()})`]
      : [];
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
