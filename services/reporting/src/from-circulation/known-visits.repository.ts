import type { RoomVisitCountedV1 } from '@shulian/contracts/circulation';
import { sql, statement, statementOf, unnested, type Rows, type Tx } from '@shulian/service-kit';
import type { Change } from '../sums/rules/change.js';
import { SumsRepository } from '../sums/sums.repository.js';

type Counted = RoomVisitCountedV1['data'];
type TakenBack = { readonly visitId: string; readonly schoolId: string; readonly version: number };

/** What is new among them counts; what was told before, or was taken back, changes nothing. */
const COUNT = statementOf<readonly Counted[]>('known-visit.count', (value) => {
  const column = (of: (visit: Counted) => unknown) => value((told: readonly Counted[]) => told.map(of));
  const told = unnested([
    ['uuid', column(({ visitId }) => visitId)],
    ['uuid', column(({ schoolId }) => schoolId)],
    ['uuid', column(({ roomId }) => roomId)],
    ['uuid', column(({ sessionId }) => sessionId)],
    ['date', column(({ on }) => on)],
    ['uuid', column(({ readerId }) => readerId)],
    ['text', column(({ readerKind }) => readerKind)],
    ['uuid', column(({ classId }) => classId)],
    ['int', column(({ persons }) => persons)],
    ['int', column(({ minutes }) => minutes)],
  ]);
  return sql`insert into known_visit (visit_id, school_id, taken_back, room_id, session_id, on_day, reader_id, reader_kind, class_id,
       persons, minutes, version)
     select visit_id, school_id, false, room_id, session_id, on_day, reader_id, reader_kind, class_id, persons, minutes, 1
     from ${told} as t(visit_id, school_id, room_id, session_id, on_day, reader_id, reader_kind, class_id, persons, minutes)
     order by visit_id
     on conflict (visit_id) do nothing returning visit_id as "visitId"`;
});
const TAKE_BACK = statement(
  'known-visit.take-back',
  `insert into known_visit as k (visit_id, school_id, taken_back, version)
   select visit_id, school_id, true, version from unnest($1::uuid[], $2::uuid[], $3::int[]) t(visit_id, school_id, version)
   order by visit_id
   on conflict (visit_id) do update set taken_back = true, version = excluded.version where k.version < excluded.version`,
);
const MOVEMENTS = statement(
  'visit-movement.of-visits',
  `select school_id, room_id, class_id, reader_kind, day::text, sum(visits)::int as visits, sum(in_lessons)::int as in_lessons,
          sum(minutes)::int as minutes
   from visit_movement where visit_id = any($1::uuid[]) group by 1, 2, 3, 4, 5`,
);

/** Visits of rooms. A batch is written before its commit, with the sums. */
export class KnownVisitsRepository {
  private readonly counted = new Map<string, Counted>();
  private readonly takenBack = new Map<string, TakenBack>();
  private readonly sums: SumsRepository;

  constructor(
    private readonly rows: Rows,
    tx: Tx,
  ) {
    this.sums = tx.use(SumsRepository);
    tx.beforeCommit(() => this.settle());
  }

  count(visit: Counted): void {
    this.counted.set(visit.visitId, visit);
  }

  takeBack(visit: TakenBack): void {
    this.takenBack.set(visit.visitId, visit);
  }

  private async settle(): Promise<void> {
    const counted = [...this.counted.values()];
    if (counted.length > 0) {
      const fresh = await this.rows.rows<{ visitId: string }>(...COUNT.with(counted));
      this.sums.add('visits', await this.movements(fresh.map(({ visitId }) => visitId)));
    }
    const taken = [...this.takenBack.values()];
    if (taken.length > 0) {
      const ids = taken.map(({ visitId }) => visitId);
      this.sums.add('visits', await this.movements(ids), -1);
      await this.rows.rows(TAKE_BACK, [
        ids,
        taken.map(({ schoolId }) => schoolId),
        taken.map(({ version }) => version),
      ]);
    }
  }

  private movements(ids: readonly string[]): Promise<Change[]> {
    return this.rows.rows<Change>(MOVEMENTS, [ids]);
  }
}
