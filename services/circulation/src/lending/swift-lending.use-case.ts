import { Inject, Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Database, isAway, killPoint, LOG, OutboxRelay, type Log } from '@shulian/service-kit';
import { CheckOutFactsReader, type CheckOutLookUp } from './check-out.facts.js';
import type { GatheredForCheckOut } from './check-out.row.js';
import { DesksTogether } from './desks-together.adapter.js';
import { NewLoanEffects, type Lending } from './new-loan.effects.js';
import {
  rememberedRules,
  SchoolRulesFacts,
  type RuleStamps,
  type SchoolRules,
} from './school-rules.facts.js';

/** Desks that share a trip at most. */
const DESKS = 32;

/**
 * Lending without a transaction around it: the facts of several desks in one trip, their loans in another, and each loan
 * is made only if nothing it was decided on has changed between the two.
 */
@Injectable()
export class SwiftLending {
  private readonly facts: DesksTogether<CheckOutLookUp, GatheredForCheckOut | null>;
  private readonly loans: DesksTogether<Lending, boolean>;
  private readonly rules: SchoolRulesFacts;

  constructor(
    database: Database,
    relay: OutboxRelay,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.rules = new SchoolRulesFacts(database);
    const reader = new CheckOutFactsReader(database);
    this.facts = new DesksTogether(DESKS, (asked) =>
      reader.together(asked).catch((error: unknown) => this.unlessAlone(error, asked, null)),
    );
    const effects = new NewLoanEffects(database);
    this.loans = new DesksTogether(DESKS, async (lendings) => {
      killPoint('command.beforeCommit');
      const made = await effects
        .lend(lendings)
        .catch((error: unknown) => this.unlessAlone(error, lendings, false));
      killPoint('command.afterCommit');
      relay.poke();
      return made;
    });
  }

  /** Null: to be looked at alone. */
  gather(asked: CheckOutLookUp): Promise<GatheredForCheckOut | null> {
    return this.facts.ask(asked);
  }

  /** @param stamps as the facts saw them */
  rulesOf(schoolId: SchoolId, stamps: RuleStamps): Promise<SchoolRules> {
    return rememberedRules.of(schoolId, stamps, this.rules);
  }

  /** Whether the loan was made; if not, something changed meanwhile. */
  lend(lending: Lending): Promise<boolean> {
    return this.loans.ask(lending);
  }

  /** What one of them is to blame for must not befall the others: each is then done alone. A database that is away is no one's fault. */
  private unlessAlone<Told>(err: unknown, asked: readonly unknown[], told: Told): Told[] {
    if (isAway(err)) throw err;
    this.log.warn({ err, desks: asked.length }, 'a trip of several desks failed, each is served alone');
    return asked.map(() => told);
  }
}
