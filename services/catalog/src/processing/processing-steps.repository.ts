import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CopyId, SchoolId } from '@shulian/contracts/ids';
import type { LendingState } from '@shulian/contracts/words';
import type { DoneStep, RecordedStage } from './rules/stages.js';

/** Steps that stand, and where circulation has each copy. */
const OF_COPIES = statement(
  'processingSteps.ofCopies',
  `select c.id as "copyId", c.lending as lending,
     coalesce((select json_agg(json_build_object('stage', s.stage, 'on', s.done_on)) from processing_step s
               where s.copy_id = c.id and s.undone_at is null), '[]') as done
   from copy c where c.id = any($1::uuid[])`,
);
const ADD = statement(
  'processingSteps.add',
  `insert into processing_step (copy_id, school_id, stage, done_on, done_at, done_by)
   select n.copy_id, $1, n.stage, $4, $5, $6 from unnest($2::uuid[], $3::text[]) with ordinality as n (copy_id, stage, at)
   order by n.at`,
);
const UNDO = statement(
  'processingSteps.undo',
  `update processing_step set undone_at = $3, undone_by = $4
   where copy_id = any($1::uuid[]) and stage = $2 and undone_at is null`,
);

export type NewStep = { readonly copyId: CopyId; readonly stage: RecordedStage };
export type StepsOfCopy = {
  readonly copyId: CopyId;
  readonly lending: LendingState;
  readonly done: readonly DoneStep[];
};

/** Steps of copies that are locked by whoever writes here. */
export class ProcessingStepsRepository {
  constructor(private readonly session: Session) {}

  ofCopies(copies: readonly CopyId[]): Promise<StepsOfCopy[]> {
    return this.session.rows<StepsOfCopy>(OF_COPIES, [copies]);
  }

  async add(
    schoolId: SchoolId,
    steps: readonly NewStep[],
    done: { readonly on: CalendarDay; readonly at: Date; readonly by: string },
  ): Promise<void> {
    await this.session.rows(ADD, [
      schoolId,
      steps.map(({ copyId }) => copyId),
      steps.map(({ stage }) => stage),
      done.on,
      done.at,
      done.by,
    ]);
  }

  async undo(copies: readonly CopyId[], stage: RecordedStage, at: Date, by: string): Promise<void> {
    await this.session.rows(UNDO, [copies, stage, at, by]);
  }
}
