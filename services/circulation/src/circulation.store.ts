import type { SchoolId } from '@shulian/contracts/ids';
import type { Outbox, StoreParts } from '@shulian/service-kit';
import { KnownCopiesRepository } from './from-catalog/known-copies.repository.js';
import { KnownReadersRepository } from './from-readers/known-readers.repository.js';
import { KnownSchoolsRepository } from './from-readers/known-schools.repository.js';
import { HoldsRepository } from './holds/holds.repository.js';
import { BorrowersRepository } from './lending/borrowers.repository.js';
import { CompensationsRepository } from './lending/compensations.repository.js';
import { CheckOutFactsReader } from './lending/check-out.facts.js';
import { LentCopiesRepository } from './lending/lent-copies.repository.js';
import { LoansRepository } from './lending/loans.repository.js';
import { LoanEffects } from './lending/loan.effects.js';
import { RenewalFactsReader } from './lending/renewal.facts.js';
import { ReturnFactsReader } from './lending/return.facts.js';
import { NewLoanEffects } from './lending/new-loan.effects.js';
import {
  rememberedRules,
  SchoolRulesFacts,
  type RuleStamps,
  type SchoolRules,
} from './lending/school-rules.facts.js';
import { OverdueRepository } from './overdue/overdue.repository.js';
import { PoliciesRepository } from './policies/policies.repository.js';

/** All questions and writes of this service, bound to one open transaction. Locks: copy, loan, compensation, reader, queue. */
export class CirculationStore {
  readonly outbox: Outbox;
  readonly borrowers: BorrowersRepository;
  readonly compensations: CompensationsRepository;
  readonly checkOut: CheckOutFactsReader;
  readonly returns: ReturnFactsReader;
  readonly renewals: RenewalFactsReader;
  readonly loans: LoansRepository;
  readonly loanEffects: LoanEffects;
  readonly newLoans: NewLoanEffects;
  readonly lentCopies: LentCopiesRepository;
  readonly holds: HoldsRepository;
  readonly overdue: OverdueRepository;
  readonly policies: PoliciesRepository;
  readonly knownCopies: KnownCopiesRepository;
  readonly knownReaders: KnownReadersRepository;
  readonly knownSchools: KnownSchoolsRepository;

  private readonly schoolRules: SchoolRulesFacts;

  constructor({ session, outbox, events }: StoreParts) {
    this.outbox = outbox;
    this.borrowers = new BorrowersRepository(session);
    this.compensations = new CompensationsRepository(session);
    this.checkOut = new CheckOutFactsReader(session);
    this.returns = new ReturnFactsReader(session);
    this.renewals = new RenewalFactsReader(session);
    this.loans = new LoansRepository(session);
    this.loanEffects = new LoanEffects(session, events);
    this.newLoans = new NewLoanEffects(session);
    this.lentCopies = new LentCopiesRepository(session);
    this.schoolRules = new SchoolRulesFacts(session);
    this.holds = new HoldsRepository(session);
    this.overdue = new OverdueRepository(session);
    this.policies = new PoliciesRepository(session);
    this.knownCopies = new KnownCopiesRepository(session);
    this.knownReaders = new KnownReadersRepository(session);
    this.knownSchools = new KnownSchoolsRepository(session);
  }

  /** Policy and calendar of a school. @param stamps as the facts of this transaction saw them */
  rulesOf(schoolId: SchoolId, stamps?: RuleStamps): Promise<SchoolRules> {
    return stamps === undefined
      ? this.schoolRules.read(schoolId)
      : rememberedRules.of(schoolId, stamps, this.schoolRules);
  }
}
