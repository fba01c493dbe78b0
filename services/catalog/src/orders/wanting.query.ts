import { Injectable } from '@nestjs/common';
import {
  Database,
  Lists,
  numberAfter,
  pageOf,
  statement,
  unknownThing,
  type Page,
} from '@shulian/service-kit';
import type { BibliographyId, SchoolId } from '@shulian/contracts/ids';
import { WANTING } from './wanting.row.js';
import type { WantingAsked, WantingView } from './wanting.http.js';

/** Published, of the county, or of the school that asks. */
const LIST = statement(
  'wanting.list',
  `select name from bibliography where id = $1 and (published_on is not null or school_id is null or school_id = $2)`,
);

/** What a school lacks of a booklist: its teachers put the works together, its librarian orders (CAT-011). */
@Injectable()
export class WantingQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for a list of another school that is not published */
  async nameOf(id: BibliographyId, schoolId: SchoolId): Promise<string> {
    const [list] = await this.database.rows<{ name: string }>(LIST, [id, schoolId]);
    if (list === undefined) throw unknownThing();
    return list.name;
  }

  async of(input: WantingAsked, id: BibliographyId, schoolId: SchoolId): Promise<Page<WantingView>> {
    const after = numberAfter(input.cursor);
    const rows = await this.lists.rows<WantingView>(WANTING, [id, schoolId, after, input.limit + 1]);
    return pageOf(
      rows,
      input.limit,
      (entry) => entry,
      ({ place }) => [place],
    );
  }
}
