import { Inject, Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Database, LOG, OutboxRelay, killPoint, type Log } from '@shulian/service-kit';
import { DeskBatcher, DESKS_OF_A_TRIP, eachAlone } from '../desk/desk-batcher.adapter.js';
import { SchoolRulesFacts, type RuleStamps, type SchoolRules } from '../policies/school-rules.facts.js';
import { ReturnEffects, type Return } from './return.effects.js';
import { ReturnFactsReader, type ReturnLookUp, type SeenForReturn } from './return.facts.js';

/**
 * Taking back without a transaction around it: what several desks, or one with a pile of books, have in hand is looked up
 * in one trip and taken back in another, each copy only if nothing it was decided on has changed between the two.
 */
@Injectable()
export class OptimisticReturns {
  private readonly facts: DeskBatcher<ReturnLookUp, SeenForReturn | null>;
  private readonly returns: DeskBatcher<Return, boolean>;
  private readonly rules: SchoolRulesFacts;

  constructor(database: Database, relay: OutboxRelay, @Inject(LOG) log: Log) {
    this.rules = new SchoolRulesFacts(database);
    const reader = new ReturnFactsReader(database);
    this.facts = new DeskBatcher(DESKS_OF_A_TRIP, (input) =>
      reader.seen(input).catch((error: unknown) => eachAlone(log, error, input, null)),
    );
    const effects = new ReturnEffects(database);
    this.returns = new DeskBatcher(DESKS_OF_A_TRIP, async (returns) => {
      killPoint('command.beforeCommit');
      const made = await effects
        .takeBack(returns)
        .catch((error: unknown) => eachAlone(log, error, returns, false));
      killPoint('command.afterCommit');
      relay.poke();
      return made;
    });
  }

  /** Null: to be looked at alone. */
  see(input: ReturnLookUp): Promise<SeenForReturn | null> {
    return this.facts.ask(input);
  }

  /** @param stamps as the facts saw them; none for another school's rules */
  rulesOf(schoolId: SchoolId, stamps?: RuleStamps): Promise<SchoolRules> {
    return this.rules.of(schoolId, stamps);
  }

  /** Whether the copy was taken back; if not, something changed meanwhile, or somebody waits. */
  takeBack(one: Return): Promise<boolean> {
    return this.returns.ask(one);
  }
}
