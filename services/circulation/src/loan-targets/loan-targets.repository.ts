import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import type { TargetsView } from './loan-targets.http.js';
import { ADVICE_WEEKLY, type LoanTarget } from './rules/loan-target.js';

const READ = statement(
  'loanTargets.read',
  `select s.version, s.advice_weekly as "adviceWeekly",
     coalesce((select json_agg(json_build_object('of', t.of, 'grade', t.grade, 'loans', t.loans) order by t.place)
       from loan_target t where t.school_id = s.school_id), '[]') as targets
   from loan_target_set s where s.school_id = $1`,
);
const LOCK = statement(
  'loanTargets.lock',
  `select pg_advisory_xact_lock(hashtext('loan-targets ' || $1::text))`,
);
const PUT = statement(
  'loanTargets.put',
  `insert into loan_target_set (school_id, version, advice_weekly, put_on, put_by) values ($1, $2, $3, $4, $5)
   on conflict (school_id) do update set version = excluded.version, advice_weekly = excluded.advice_weekly, put_on = excluded.put_on,
     put_by = excluded.put_by`,
);
const CLEAR = statement('loanTargets.clear', 'delete from loan_target where school_id = $1');
const ADD = statement(
  'loanTargets.add',
  `insert into loan_target (school_id, place, of, grade, loans)
   select $1, row_number() over (), t.of, t.grade, t.loans from jsonb_to_recordset($2::jsonb) as t(of text, grade int, loans int)`,
);

export class LoanTargetsRepository {
  constructor(private readonly rows: Rows) {}

  /** Version 1 without targets where the school has set none. */
  async of(schoolId: SchoolId): Promise<TargetsView> {
    const [row] = await this.rows.rows<Omit<TargetsView, 'schoolId'>>(READ, [schoolId]);
    return { schoolId, ...(row ?? { version: 1, adviceWeekly: ADVICE_WEEKLY, targets: [] }) };
  }

  /** Two who set those of a school go one after the other. */
  async lock(schoolId: SchoolId): Promise<void> {
    await this.rows.rows(LOCK, [schoolId]);
  }

  async put(
    schoolId: SchoolId,
    said: {
      readonly version: number;
      readonly adviceWeekly: number;
      readonly targets: readonly LoanTarget[];
      readonly on: CalendarDay;
      readonly by: string;
    },
  ): Promise<void> {
    await this.rows.rows(PUT, [schoolId, said.version, said.adviceWeekly, said.on, said.by]);
    await this.rows.rows(CLEAR, [schoolId]);
    if (said.targets.length > 0) await this.rows.rows(ADD, [schoolId, JSON.stringify(said.targets)]);
  }
}
