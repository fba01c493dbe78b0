import { Injectable } from '@nestjs/common';
import {
  Database,
  Lists,
  numberAfter,
  pageOf,
  statement,
  unknownThing,
  type Caller,
  type ListAsked,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { YEARBOOK_ISSUES, YEARBOOK_VIEW } from './yearbook.row.js';
import type { YearbookIssueView, YearbooksAsked, YearbookView } from './yearbooks.http.js';

const BY_ID = statement('archive-yearbooks.byId', `${YEARBOOK_VIEW} where y.id = $1`);
const LIST = `${YEARBOOK_VIEW} where y.school_id = $1 and ($2::int = 0 or y.year < $2) order by y.year desc limit $3`;
const ISSUES = `${YEARBOOK_ISSUES} where i.yearbook_id = $1 and i.number > $2 order by i.number limit $3`;

@Injectable()
export class YearbooksQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for one of another school */
  async byId(caller: Caller, id: string): Promise<YearbookView> {
    const [book] = await this.database.rows<YearbookView>(BY_ID, [id]);
    if (book === undefined || !caller.mayWorkAt(book.schoolId)) throw unknownThing();
    return book;
  }

  async find(asked: YearbooksAsked, schoolId: SchoolId): Promise<Page<YearbookView>> {
    const values = [schoolId, numberAfter(asked.cursor), asked.limit + 1];
    return pageOf(
      await this.lists.rows<YearbookView>(LIST, values),
      asked.limit,
      (row) => row,
      ({ year }) => [year],
    );
  }

  async issues(id: string, asked: ListAsked): Promise<Page<YearbookIssueView>> {
    const values = [id, numberAfter(asked.cursor), asked.limit + 1];
    return pageOf(
      await this.lists.rows<YearbookIssueView>(ISSUES, values),
      asked.limit,
      (row) => row,
      ({ number }) => [number],
    );
  }
}
