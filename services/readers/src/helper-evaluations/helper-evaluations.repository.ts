import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId, TermId } from '@shulian/contracts/ids';
import { IS_TRAINED } from '../helper-office/standing.query.js';
import { helperJudgementTable } from './helper-judgement.row.js';
import type { HelperJudgement } from './rules/judgement.js';

/** The helper, locked, and whether office and term share a day; null where there is no such term at the school. */
const HELPER = statement(
  'helperEvaluations.helper',
  `select h.school_id as "schoolId", ${IS_TRAINED} as trained,
     (select h.status = 'appointed' and h.starts_on <= t.ends_on and h.ends_on >= t.starts_on
      from term t where t.id = $2 and t.school_id = h.school_id) as "ofTerm"
   from class_helper h where h.id = $1 for no key update of h`,
);

export type JudgedHelper = {
  readonly schoolId: SchoolId;
  readonly trained: boolean;
  readonly ofTerm: boolean | null;
};

export class HelperEvaluationsRepository {
  constructor(private readonly session: Session) {}

  /** Locked to the end of the transaction. */
  async helper(id: string, termId: TermId): Promise<JudgedHelper | null> {
    const [row] = await this.session.rows<JudgedHelper>(HELPER, [id, termId]);
    return row ?? null;
  }

  async judge(judgement: HelperJudgement): Promise<void> {
    await this.session.manager.upsert(helperJudgementTable, judgement, ['termId', 'helperId']);
  }

  /** Whether there was one. */
  async takeBack(termId: TermId, helperId: string): Promise<boolean> {
    const { affected } = await this.session.manager.delete(helperJudgementTable, { termId, helperId });
    return (affected ?? 0) > 0;
  }
}
