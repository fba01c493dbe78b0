import { statement, type Session } from '@shulian/service-kit';
import type { CopyId, LocationId, SchoolId } from '@shulian/contracts/ids';
import type { UndoFacts } from './rules/copy-move.js';

const TAKE_NUMBER = statement(
  'copyMoves.takeNumber',
  'update location_tree set next_move = next_move + 1 where school_id = $1 returning next_move - 1 as number',
);
const ADD = statement(
  'copyMoves.add',
  `insert into copy_move (id, school_id, number, to_id, volumes, moved_at, moved_by)
   values ($1, $2, $3, $4, cardinality($7::uuid[]), $5, $6)`,
);
const ADD_COPIES = statement(
  'copyMoves.addCopies',
  'insert into copy_moved (move_id, copy_id, from_id) select $1, unnest($2::uuid[]), unnest($3::uuid[])',
);
const SCHOOL_OF = statement(
  'copyMoves.schoolOf',
  'select school_id as "schoolId" from copy_move where id = $1',
);
const UNDO_FACTS = statement(
  'copyMoves.undoFacts',
  `select m.undone_at is not null as undone,
     not exists (select from copy_move n where n.school_id = m.school_id and n.number > m.number and n.undone_at is null) as "isLast",
     (select count(*)::int from copy_moved o join copy c on c.id = o.copy_id
      where o.move_id = m.id and (c.location_id is distinct from m.to_id or c.stock_state = 'withdrawn')) as "movedOn",
     (select count(distinct p.id)::int from copy_moved o join location p on p.id = o.from_id
      where o.move_id = m.id and p.closed) as "closedOrigins"
   from copy_move m where m.id = $1`,
);
const COPIES = statement(
  'copyMoves.copies',
  'select copy_id as "copyId", from_id as "fromId" from copy_moved where move_id = $1 order by copy_id',
);
const UNDONE = statement(
  'copyMoves.undone',
  'update copy_move set undone_at = $2, undone_by = $3 where id = $1',
);

export type MovedCopy = { readonly copyId: CopyId; readonly fromId: LocationId | null };
export type NewMove = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly toId: LocationId | null;
  readonly movedAt: Date;
  readonly by: string;
  readonly copies: readonly MovedCopy[];
};

/** Moves of copies, and where each copy came from. The tree of the school is locked by whoever writes here. */
export class CopyMovesRepository {
  constructor(private readonly session: Session) {}

  async add(move: NewMove): Promise<void> {
    const [taken] = await this.session.rows<{ number: number }>(TAKE_NUMBER, [move.schoolId]);
    if (taken === undefined) throw new Error('the tree of the school is not locked');
    const ids = move.copies.map(({ copyId }) => copyId);
    await this.session.rows(ADD, [
      move.id,
      move.schoolId,
      taken.number,
      move.toId,
      move.movedAt,
      move.by,
      ids,
    ]);
    await this.session.rows(ADD_COPIES, [move.id, ids, move.copies.map(({ fromId }) => fromId)]);
  }

  async schoolOf(id: string): Promise<SchoolId | null> {
    const [row] = await this.session.rows<{ schoolId: SchoolId }>(SCHOOL_OF, [id]);
    return row?.schoolId ?? null;
  }

  async undoFacts(id: string): Promise<UndoFacts> {
    const [facts] = await this.session.rows<UndoFacts>(UNDO_FACTS, [id]);
    if (facts === undefined) throw new Error('no such move');
    return facts;
  }

  copiesOf(id: string): Promise<MovedCopy[]> {
    return this.session.rows<MovedCopy>(COPIES, [id]);
  }

  async undo(id: string, at: Date, by: string): Promise<void> {
    await this.session.rows(UNDONE, [id, at, by]);
  }
}
