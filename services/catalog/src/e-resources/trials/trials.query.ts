import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  allOf,
  Database,
  Lists,
  pageOf,
  queryId,
  sql,
  statement,
  unknownThing,
  words,
  type Caller,
  type ListAsked,
  type Page,
} from '@shulian/service-kit';
import { TRIAL_VIEW } from './trial.row.js';
import type { EvaluationView, TrialsAsked, TrialView } from './trials.http.js';

const BY_ID = statement('trials.byId', `${TRIAL_VIEW} where t.id = $1`);
const EVALUATIONS = `select e.evaluator, e.mark, e.words, e.on_day::text as "on", e.evaluated_by = $2 as mine, e.evaluated_by as by
  from e_resource_evaluation e where e.trial_id = $1 and ($3::text is null or e.evaluated_by > $3) order by e.evaluated_by limit $4`;

@Injectable()
export class TrialsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for one of another school; those of the county are for all */
  async byId(caller: Caller, id: string): Promise<TrialView> {
    const [trial] = await this.database.rows<TrialView>(BY_ID, [id]);
    if (trial === undefined) throw unknownThing();
    if (trial.schoolId !== null && !caller.mayWorkAt(trial.schoolId)) throw unknownThing();
    return trial;
  }

  async find(asked: TrialsAsked, schoolId: string | null): Promise<Page<TrialView>> {
    const after = afterCursor(asked.cursor, 1);
    const whose = allOf([
      ...(schoolId === null ? [] : [sql`(t.school_id = ${schoolId} or t.school_id is null)`]),
      ...(after === null ? [] : [sql`t.id < ${queryId('cursor', String(after[0]))}`]),
      ...(asked.state === undefined ? [] : [sql`t.state = ${asked.state}`]),
    ]);
    const statement = sql`${words(TRIAL_VIEW)} where ${whose} order by t.id desc limit ${asked.limit + 1}`;
    return pageOf(
      await this.lists.rows<TrialView>(...statement.numbered()),
      asked.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  async evaluations(caller: Caller, id: string, asked: ListAsked): Promise<Page<EvaluationView>> {
    const values = [id, caller.id, afterCursor(asked.cursor, 1)?.[0] ?? null, asked.limit + 1];
    const rows = await this.lists.rows<EvaluationView & { readonly by: string }>(EVALUATIONS, values);
    return pageOf(
      rows,
      asked.limit,
      ({ by: _by, ...shown }) => shown,
      ({ by }) => [by],
    );
  }
}
