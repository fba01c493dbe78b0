import { Injectable } from '@nestjs/common';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import { Clock, invalid, newId, TimeSlices, Transaction } from '@shulian/service-kit';
import { CheckPolicyRows } from './check-policy-rows.step.js';
import { toPolicyRow } from './policies.http.js';
import { SchoolRulesFacts } from './school-rules.facts.js';
import { MOST_PAST_LOANS, PastLoansFacts, type ShownPastLoan } from './past-loans.facts.js';
import {
  MOST_DAYS,
  MOST_SHOWN,
  type PolicyTrialAsked,
  type PolicyTrialView,
  type TrialLoan,
} from './policy-trials.http.js';
import { CHANGES, tried, withDraft } from './rules/trial.js';

/** What a draft of the rules would have made of the loans that a school has made; nothing is kept of it. */
@Injectable()
export class TryPolicy {
  constructor(
    private readonly transaction: Transaction,
    private readonly checkRows: CheckPolicyRows,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for rows that are no rules, or too many days or loans; 422 for what is not there */
  async execute(schoolId: SchoolId, input: PolicyTrialAsked): Promise<PolicyTrialView> {
    const { from, to } = this.daysOf(input);
    const scope = input.scope ?? 'school';
    const ofScope = scope === 'county' ? null : schoolId;
    const rows = input.rows.map((row) => toPolicyRow(row, newId()));
    await this.checkRows.execute(ofScope, rows);
    const { loans, rules } = await this.transaction.run(async (tx) => ({
      rules: await tx.use(SchoolRulesFacts).of(schoolId),
      loans: await tx.use(PastLoansFacts).of(schoolId, from, to),
    }));
    if (loans.length > MOST_PAST_LOANS) throw invalid({ pointer: '/from', code: 'too-many-loans' });
    const { calendar, vacations, versions } = rules;
    const days = { calendar, vacations, zone: this.clock.zone };
    const draft = withDraft(versions, ofScope, rows);
    // Desks of the same process go first.
    const slices = new TimeSlices();
    const changed: TrialLoan[] = [];
    for (const loan of loans) {
      await slices.pause();
      const trial = tried(loan, { ...days, versions }, { ...days, versions: draft });
      if (trial.changes.length > 0) changed.push({ ...shownOf(loan), ...trial });
    }
    return {
      schoolId,
      scope,
      from,
      to,
      loans: loans.length,
      changed: changed.length,
      changes: CHANGES.map((change) => ({
        change,
        loans: changed.filter(({ changes }) => changes.includes(change)).length,
      })),
      items: changed.slice(0, MOST_SHOWN),
    };
  }

  private daysOf(input: PolicyTrialAsked): { readonly from: CalendarDay; readonly to: CalendarDay } {
    const to = (input.to ?? this.clock.today()) as CalendarDay;
    const from = (input.from ?? plusDays(to, -29)) as CalendarDay;
    if (from > to) throw invalid({ pointer: '/to', code: 'before-from' });
    if (plusDays(from, MOST_DAYS) <= to) throw invalid({ pointer: '/from', code: 'too-many-days' });
    return { from, to };
  }
}

const shownOf = (loan: ShownPastLoan): Omit<TrialLoan, 'changes' | 'before' | 'after'> => ({
  loanId: loan.loanId,
  borrower: loan.borrower,
  borrowerKind: loan.borrowerKind,
  classId: loan.classId,
  grade: loan.grade,
  copyKind: loan.copyKind,
  title: loan.title,
  copyBarcode: loan.copyBarcode,
  loanedOn: loan.loanedOn,
});
