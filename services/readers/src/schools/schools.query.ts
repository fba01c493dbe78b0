import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { afterCursor, Database, Lists, pageOf, unknownThing, type PageAsked } from '@shulian/service-kit';
import { textOfCursor } from '../plain-text.http.js';
import type { SchoolPage, SchoolView } from './schools.http.js';

const COLUMNS = 'id, code, name, kind, system, version';

/** Schools as everybody in the county may see them. */
@Injectable()
export class Schools {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  async page(input: PageAsked): Promise<SchoolPage> {
    const after = afterCursor(input.cursor, 1)?.map(textOfCursor);
    const rows = await this.lists.rows<SchoolView>(
      `select ${COLUMNS} from school where $1::text is null or code > $1 order by code limit $2`,
      [after?.[0] ?? null, input.limit + 1],
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.code],
    );
  }

  /** @throws Problem 404 */
  async byId(id: SchoolId): Promise<SchoolView> {
    const [row] = await this.database.rows<SchoolView>(`select ${COLUMNS} from school where id = $1`, [id]);
    if (row === undefined) throw unknownThing();
    return row;
  }

  async exists(id: SchoolId): Promise<boolean> {
    return (await this.database.rows('select 1 from school where id = $1', [id])).length > 0;
  }
}
