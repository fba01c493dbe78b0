import { Inject, Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Database, killPoint, LOG, OutboxRelay, type Log } from '@shulian/service-kit';
import { DeskBatcher, DESKS_OF_A_TRIP, eachAlone } from '../desk/desk-batcher.adapter.js';
import { SchoolRulesFacts, type RuleStamps, type SchoolRules } from '../policies/school-rules.facts.js';
import { CheckOutFactsReader, type CheckOutLookUp } from './check-out.facts.js';
import type { GatheredForCheckOut } from './check-out.row.js';
import { NewLoanEffects, type Lending } from './new-loan.effects.js';

/**
 * Lending without a transaction around it: the facts of several desks in one trip, their loans in another, and each loan
 * is made only if nothing it was decided on has changed between the two.
 */
@Injectable()
export class OptimisticLending {
  private readonly facts: DeskBatcher<CheckOutLookUp, GatheredForCheckOut | null>;
  private readonly loans: DeskBatcher<Lending, boolean>;
  private readonly rules: SchoolRulesFacts;

  constructor(database: Database, relay: OutboxRelay, @Inject(LOG) log: Log) {
    this.rules = new SchoolRulesFacts(database);
    const reader = new CheckOutFactsReader(database);
    this.facts = new DeskBatcher(DESKS_OF_A_TRIP, (input) =>
      reader.together(input).catch((error: unknown) => eachAlone(log, error, input, null)),
    );
    const effects = new NewLoanEffects(database);
    this.loans = new DeskBatcher(DESKS_OF_A_TRIP, async (lendings) => {
      killPoint('command.beforeCommit');
      const made = await effects
        .lend(lendings)
        .catch((error: unknown) => eachAlone(log, error, lendings, false));
      killPoint('command.afterCommit');
      relay.poke();
      return made;
    });
  }

  /** Null: to be looked at alone. */
  gather(input: CheckOutLookUp): Promise<GatheredForCheckOut | null> {
    return this.facts.ask(input);
  }

  /** @param stamps as the facts saw them */
  rulesOf(schoolId: SchoolId, stamps: RuleStamps): Promise<SchoolRules> {
    return this.rules.of(schoolId, stamps);
  }

  /** Whether the loan was made; if not, something changed meanwhile. */
  lend(lending: Lending): Promise<boolean> {
    return this.loans.ask(lending);
  }
}
