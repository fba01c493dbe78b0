import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  afterCursor,
  allOf,
  Clock,
  idAfter,
  Lists,
  pageOf,
  refuseCursor,
  sql,
  words,
  type Page,
} from '@shulian/service-kit';
import { FORGETTABLE } from './forgettable.row.js';
import { ForgettingFacts } from './forgetting.facts.js';
import type {
  DueToForget,
  ForgettingListAsked,
  ForgettingPolicyView,
  ForgettingRun,
  LegalHoldsAsked,
  LegalHoldView,
} from './forgetting.http.js';
import { ForgettingPoliciesRepository } from './forgetting-policies.repository.js';
import { LEGAL_HOLD_VIEW } from './legal-hold.row.js';
import { forgottenUpTo } from './rules/forgetting.js';

/** How long a school remembers, what it would forget tonight, what it forgot, and who is kept. */
@Injectable()
export class ForgettingQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  policy(schoolId: SchoolId): Promise<ForgettingPolicyView> {
    return new ForgettingPoliciesRepository(this.lists).of(schoolId);
  }

  /** The dry run: it counts by the very conditions that the night forgets by. */
  async preview(input: ForgettingListAsked, schoolId: SchoolId): Promise<Page<DueToForget>> {
    refuseCursor(input.cursor);
    const { daysAfter } = await this.policy(schoolId);
    const upTo = forgottenUpTo(this.clock.today(), daysAfter);
    const facts = new ForgettingFacts(this.lists);
    const items: DueToForget[] = [];
    for (const what of FORGETTABLE) items.push({ what, ...(await facts.count(what, schoolId, upTo)) });
    return { items, nextCursor: null };
  }

  async runs(input: ForgettingListAsked, schoolId: SchoolId): Promise<Page<ForgettingRun>> {
    const [before] = afterCursor(input.cursor, 1) ?? [];
    const conditions = [
      sql`r.school_id = ${schoolId}`,
      ...(before === undefined ? [] : [sql`r.on_day < ${before}::date`]),
    ];
    const rows = await this.lists.rows<ForgettingRun>(
      ...sql`select r.on_day::text as "onDay", ${words(FORGETTABLE.join(', '))} from forgetting_run r
        where ${allOf(conditions)} order by r.on_day desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ onDay }) => [onDay],
    );
  }

  async legalHolds(input: LegalHoldsAsked, schoolId: SchoolId): Promise<Page<LegalHoldView>> {
    const after = idAfter(input.cursor);
    const conditions = [
      sql`h.school_id = ${schoolId}`,
      ...(after === null ? [] : [sql`h.id > ${after}::uuid`]),
      ...(input.lifted === undefined ? [] : [sql`(h.lifted_on is not null) = ${input.lifted}`]),
    ];
    const rows = await this.lists.rows<LegalHoldView>(
      ...sql`${words(LEGAL_HOLD_VIEW)} where ${allOf(conditions)} order by h.id limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
