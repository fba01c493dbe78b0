import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  allOf,
  Clock,
  Database,
  idAfter,
  Lists,
  pageOf,
  refuseCursor,
  sql,
  unknownReference,
  unknownThing,
  words,
  type Caller,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { classesOfTerm } from './classes-of-term.facts.js';
import { isFor } from './rules/textbook.js';
import { textbookColumns } from './textbook.row.js';
import type {
  TextbookClassesAsked,
  TextbookClassView,
  TextbookNeedsListAsked,
  TextbookNeedView,
  TextbooksListAsked,
  TextbookView,
} from './textbooks.http.js';

const TERM = 'select starts_on::text as "startsOn" from known_term where school_id = $1 and term_id = $2';

/** Textbooks of a school, what a term needs of them, and the classes that get them. */
@Injectable()
export class TextbooksQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for one of another school */
  async one(caller: Caller, id: string): Promise<TextbookView> {
    const [found] = await this.database.rows<TextbookView>(
      `select ${textbookColumns} from textbook b where b.id = $1`,
      [id],
    );
    if (found === undefined || !caller.mayWorkAt(found.schoolId)) throw unknownThing();
    return found;
  }

  async list(input: TextbooksListAsked, schoolId: SchoolId): Promise<Page<TextbookView>> {
    const after = idAfter(input.cursor);
    const conditions: Sql[] = [
      sql`b.school_id = ${schoolId}`,
      ...(input.kind === undefined ? [] : [sql`b.kind = ${input.kind}`]),
      ...(input.status === undefined ? [] : [sql`b.status = ${input.status}`]),
      ...(after === null ? [] : [sql`b.id > ${after}`]),
    ];
    const rows = await this.lists.rows<TextbookView>(
      ...sql`select ${words(textbookColumns)} from textbook b where ${allOf(conditions)} order by b.id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 422 for a term that the school has not */
  async needs(input: TextbookNeedsListAsked, schoolId: SchoolId): Promise<Page<TextbookNeedView>> {
    const classes = await classesOfTerm(this.lists, schoolId, await this.begin(schoolId, input.termId));
    const place = afterCursor(input.cursor, 3);
    const conditions: Sql[] = [
      sql`n.school_id = ${schoolId} and n.term_id = ${input.termId}`,
      ...(typeof input.grade === 'number' ? [sql`n.grade = ${input.grade}`] : []),
      ...(place === null
        ? []
        : [sql`(n.grade, n.stream, n.id) > (${place[0]}::int, ${place[1]}::text, ${place[2]}::uuid)`]),
    ];
    const rows = await this.lists.rows<Omit<TextbookNeedView, 'pupils' | 'quantity'>>(
      ...sql`select n.id, n.textbook_id as "textbookId", b.kind, b.name, b.subject, b.publisher, b.isbn,
          b.price_fen as "priceFen", n.grade, n.stream, n.per_pupil as "perPupil"
        from textbook_need n join textbook b on b.id = n.textbook_id
        where ${allOf(conditions)} order by n.grade, n.stream, n.id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => {
        const pupils = classes.filter((each) => isFor(row, each)).reduce((sum, each) => sum + each.pupils, 0);
        return { ...row, pupils, quantity: pupils * row.perPupil };
      },
      ({ grade, stream, id }) => [grade, stream, id],
    );
  }

  /** All of them on one page. @throws Problem 422 for a term that the school has not */
  async classes(input: TextbookClassesAsked, schoolId: SchoolId): Promise<Page<TextbookClassView>> {
    refuseCursor(input.cursor);
    const day = input.termId === undefined ? this.clock.today() : await this.begin(schoolId, input.termId);
    return { items: await classesOfTerm(this.lists, schoolId, day), nextCursor: null };
  }

  private async begin(schoolId: SchoolId, termId: string): Promise<CalendarDay> {
    const [term] = await this.lists.rows<{ startsOn: CalendarDay }>(TERM, [schoolId, termId]);
    if (term === undefined) throw unknownReference('?termId');
    return term.startsOn;
  }
}
