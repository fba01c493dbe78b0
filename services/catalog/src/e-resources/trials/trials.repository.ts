import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { Trial, TrialOutcome } from '../rules/trial.js';
import { TRIAL_VIEW, trialTable } from './trial.row.js';
import type { TrialView } from './trials.http.js';

const EVALUATE = statement(
  'trials.evaluate',
  `insert into e_resource_evaluation (trial_id, evaluated_by, evaluator, mark, words, on_day) values ($1, $2, $3, $4, $5, $6)
   on conflict (trial_id, evaluated_by) do update
     set evaluator = excluded.evaluator, mark = excluded.mark, words = excluded.words, on_day = excluded.on_day`,
);
const STEP = statement(
  'trials.step',
  `insert into e_resource_trial_step (trial_id, number, outcome, reason, ended_on, on_day, by)
   select $1, count(*) + 1, $2, $3, $4, $5, $6 from e_resource_trial_step where trial_id = $1`,
);
const UNDO = statement(
  'trials.undo',
  `delete from e_resource_trial_step where (trial_id, number) = (select trial_id, max(number) from e_resource_trial_step
     where trial_id = $1 group by trial_id) returning outcome, ended_on::text as "endedOn"`,
);
const VIEW = statement('trials.view', `${TRIAL_VIEW} where t.id = $1`);

export type TrialStep = { readonly outcome: TrialOutcome; readonly endedOn: string };

export class TrialsRepository {
  constructor(private readonly session: Session) {}

  async add(trial: Trial): Promise<void> {
    await this.session.manager.insert(trialTable, trial);
  }

  /** Locked to the end of the transaction. */
  locked(id: string): Promise<Trial | null> {
    return this.session.manager.findOne(trialTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async change(trial: Trial): Promise<void> {
    await this.session.manager.update(trialTable, { id: trial.id }, trial);
  }

  /** One of each account: it is written anew. */
  async evaluate(
    id: string,
    what: { readonly evaluator: string; readonly mark: number; readonly words: string },
    on: CalendarDay,
    by: string,
  ): Promise<void> {
    await this.session.rows(EVALUATE, [id, by, what.evaluator, what.mark, what.words, on]);
  }

  async step(
    trial: Trial,
    outcome: TrialOutcome,
    reason: string,
    on: CalendarDay,
    by: string,
  ): Promise<void> {
    await this.session.rows(STEP, [trial.id, outcome, reason, trial.endsOn, on, by]);
  }

  /** Takes the last step away; null: there was none. */
  async undoStep(id: string): Promise<TrialStep | null> {
    return (await this.session.rows<TrialStep>(UNDO, [id]))[0] ?? null;
  }

  async view(id: string): Promise<TrialView> {
    const [view] = await this.session.rows<TrialView>(VIEW, [id]);
    if (view === undefined) throw new Error('a trial that is there is shown');
    return view;
  }
}
