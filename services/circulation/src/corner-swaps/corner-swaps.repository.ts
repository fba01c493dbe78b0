import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Session } from '@shulian/service-kit';
import { SWAP_VIEW } from './corner-swap.row.js';
import type { SwapState, SwapView } from './corner-swaps.http.js';

/** What a side gives, and who agreed for it. */
export type SideOfSwap = {
  readonly cornerId: string;
  readonly classId: SchoolClassId;
  readonly barcodes: readonly string[];
  readonly agreedBy: string | null;
};
export type Swap = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly state: SwapState;
  readonly proposedOn: CalendarDay;
  readonly endedOn: CalendarDay | null;
  readonly note: string | null;
  readonly sides: readonly [SideOfSwap, SideOfSwap];
};

const LOCK = statement(
  'corner-swap.lock',
  `select id, school_id as "schoolId", state, proposed_on::text as "proposedOn", ended_on::text as "endedOn", note,
     json_build_array(
       json_build_object('cornerId', corner_id, 'classId', class_id, 'barcodes', barcodes, 'agreedBy', agreed_by),
       json_build_object('cornerId', other_corner_id, 'classId', other_class_id, 'barcodes', other_barcodes,
         'agreedBy', other_agreed_by)) as sides
   from corner_swap where id = $1 for update`,
);
const SAVE = statement(
  'corner-swap.save',
  `insert into corner_swap (id, school_id, corner_id, class_id, barcodes, agreed_by, other_corner_id, other_class_id,
     other_barcodes, other_agreed_by, state, proposed_on, ended_on, note)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
   on conflict (id) do update set agreed_by = excluded.agreed_by, other_agreed_by = excluded.other_agreed_by,
     state = excluded.state, ended_on = excluded.ended_on`,
);
const VIEW = statement('corner-swap.view', `${SWAP_VIEW} where s.id = $1`);

export class CornerSwapsRepository {
  constructor(private readonly session: Session) {}

  async locked(id: string): Promise<Swap | null> {
    const [swap] = await this.session.rows<Swap>(LOCK, [id]);
    return swap ?? null;
  }

  async save({ id, schoolId, state, proposedOn, endedOn, note, sides }: Swap): Promise<void> {
    const of = ({ cornerId, classId, barcodes, agreedBy }: SideOfSwap) => [
      cornerId,
      classId,
      barcodes,
      agreedBy,
    ];
    await this.session.rows(SAVE, [
      id,
      schoolId,
      ...of(sides[0]),
      ...of(sides[1]),
      state,
      proposedOn,
      endedOn,
      note,
    ]);
  }

  async view(id: string): Promise<SwapView> {
    const [view] = await this.session.rows<SwapView>(VIEW, [id]);
    if (view === undefined) throw new Error('the swap is gone');
    return view;
  }
}
