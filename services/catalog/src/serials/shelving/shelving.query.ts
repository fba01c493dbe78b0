import { Injectable } from '@nestjs/common';
import { Lists, numberAfter, pageOf, unknownThing, type Page, type Rows } from '@shulian/service-kit';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import type { ShelfNumbersAsked, ShelfNumberView } from './shelving.http.js';

const VIEW = `select n.title_id as "titleId", n.school_id as "schoolId", n.number, t.clc || '/' || n.number as "callNumber", t.title,
    s.kind, s.issn
  from serial_shelf_number n join serial s on s.title_id = n.title_id join title t on t.id = n.title_id`;

/** Where the serials of a school stand. */
@Injectable()
export class ShelvingQuery {
  constructor(private readonly lists: Lists) {}

  async find(input: ShelfNumbersAsked): Promise<Page<ShelfNumberView>> {
    const rows = await this.lists.rows<ShelfNumberView>(
      `${VIEW} where n.school_id = $1 and n.number > $2 order by n.number limit $3`,
      [input.schoolId, numberAfter(input.cursor), input.limit + 1],
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ number }) => [number],
    );
  }
}

/** @throws Problem 404 */
export const shelfNumberView = async (
  rows: Rows,
  schoolId: SchoolId,
  titleId: TitleId,
): Promise<ShelfNumberView> => {
  const [view] = await rows.rows<ShelfNumberView>(`${VIEW} where n.school_id = $1 and n.title_id = $2`, [
    schoolId,
    titleId,
  ]);
  if (view === undefined) throw unknownThing();
  return view;
};
