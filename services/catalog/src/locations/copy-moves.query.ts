import { Injectable } from '@nestjs/common';
import { Lists, numberAfter, pageOf, type Page, type Rows } from '@shulian/service-kit';
import type { CopyId, SchoolId } from '@shulian/contracts/ids';
import type { MoveOrigin, MoveView, MovesAsked } from './copy-moves.http.js';

const VIEW = `select m.id, m.school_id as "schoolId", m.number, m.to_id as "toId", p.path as "toPath", m.volumes,
    m.moved_at as "movedAt", m.moved_by as by, m.undone_at as "undoneAt", m.undone_by as "undoneBy"
  from copy_move m left join location p on p.id = m.to_id`;
const ORIGINS = `select c.location_id as "fromId", p.path as "fromPath", count(*)::int as volumes,
    (count(*) filter (where c.lending <> 'in'))::int as "onLoan"
  from copy c left join location p on p.id = c.location_id
  where c.id = any($1::uuid[]) group by 1, 2 order by 2 nulls first, 1`;

type Row = Omit<MoveView, 'movedAt' | 'undoneAt'> & {
  readonly movedAt: Date;
  readonly undoneAt: Date | null;
};
const toView = (row: Row): MoveView => ({
  ...row,
  movedAt: row.movedAt.toISOString(),
  undoneAt: row.undoneAt?.toISOString() ?? null,
});

/** A move, seen from the transaction that wrote it. */
export const moveView = async (rows: Rows, id: string): Promise<MoveView> => {
  const [row] = await rows.rows<Row>(`${VIEW} where m.id = $1`, [id]);
  if (row === undefined) throw new Error('no such move');
  return toView(row);
};

/** Where copies stand now, place by place. */
export const originsOf = (rows: Rows, copies: readonly CopyId[]): Promise<MoveOrigin[]> =>
  rows.rows<MoveOrigin>(ORIGINS, [copies]);

/** The moves of a school, the newest first. */
@Injectable()
export class CopyMovesQuery {
  constructor(private readonly lists: Lists) {}

  async find(input: MovesAsked, schoolId: SchoolId): Promise<Page<MoveView>> {
    const before = numberAfter(input.cursor);
    const rows = await this.lists.rows<Row>(
      `${VIEW} where m.school_id = $1 and ($2::int = 0 or m.number < $2) order by m.number desc limit $3`,
      [schoolId, before, input.limit + 1],
    );
    return pageOf(rows, input.limit, toView, ({ number }) => [number]);
  }
}
