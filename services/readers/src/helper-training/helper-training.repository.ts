import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { helperTrainingFocusTable, helperTrainingTable, TRAINING_VIEW } from './helper-training.row.js';
import type { TrainingView } from './helper-training.http.js';
import type { Attendance, HelperTraining, TrainingFocus } from './rules/helper-training.js';

const VIEW = statement('helperTraining.view', `${TRAINING_VIEW} where g.id = $1`);
const OF_SCHOOL = statement(
  'helperTraining.readersOfSchool',
  'select id from reader where school_id = $1 and id = any($2::uuid[])',
);
/** What was entered before is put right. */
const ATTEND = statement(
  'helperTraining.attend',
  `insert into helper_training_attendance (training_id, reader_id, present, result, note, entered_on, entered_by)
   select $1, t."readerId", t.present, t.result, t.note, $3, $4
   from jsonb_to_recordset($2::jsonb) as t("readerId" uuid, present boolean, result text, note text)
   on conflict (training_id, reader_id) do update set present = excluded.present, result = excluded.result,
     note = excluded.note, entered_on = excluded.entered_on, entered_by = excluded.entered_by`,
);

export class HelperTrainingRepository {
  constructor(private readonly session: Session) {}

  async add(training: HelperTraining): Promise<void> {
    await this.session.manager.insert(helperTrainingTable, training);
  }

  locked(id: string): Promise<HelperTraining | null> {
    return this.session.manager.findOne(helperTrainingTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(training: HelperTraining): Promise<void> {
    await this.session.manager.update(helperTrainingTable, { id: training.id }, training);
  }

  /** Which of some readers are of the school. */
  async readersOf(schoolId: SchoolId, ids: readonly string[]): Promise<ReadonlySet<ReaderId>> {
    const rows = await this.session.rows<{ id: ReaderId }>(OF_SCHOOL, [schoolId, ids]);
    return new Set(rows.map(({ id }) => id));
  }

  async attend(
    trainingId: string,
    attendances: readonly Attendance[],
    entered: { readonly on: CalendarDay; readonly by: string },
  ): Promise<void> {
    await this.session.rows(ATTEND, [trainingId, JSON.stringify(attendances), entered.on, entered.by]);
  }

  async setFocus(focus: TrainingFocus): Promise<void> {
    await this.session.manager.upsert(helperTrainingFocusTable, focus, ['termId']);
  }

  async view(id: string): Promise<TrainingView> {
    const [view] = await this.session.rows<TrainingView>(VIEW, [id]);
    if (view === undefined) throw new Error('a training that is there is shown');
    return view;
  }
}
