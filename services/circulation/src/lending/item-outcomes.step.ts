import { Injectable } from '@nestjs/common';
import {
  currentTrace,
  newId,
  Problem,
  ProblemDocuments,
  type Answer,
  type DeskRequest,
  type Language,
} from '@shulian/service-kit';
import type { BatchItemView, BatchView } from './batches.http.js';

/**
 * Runs the items of a batch as single calls, each with its refusals and limits, and puts the answers in their order. Items
 * that have something in common are done one after the other, as they stand; all others at once, so that they share trips.
 */
@Injectable()
export class ItemOutcomes {
  constructor(private readonly documents: ProblemDocuments) {}

  /**
   * @param inCommon what an item must not meet another with: a barcode, a borrower
   * @throws Problem when the key came with another body; Error when the database is away: what was done is done, and the
   * same key brings the rest
   */
  async of<Item>(
    items: readonly Item[],
    inCommon: (item: Item) => readonly string[],
    work: (item: Item, place: number) => Promise<Answer>,
    language: Language,
  ): Promise<BatchView> {
    const last = new Map<string, Promise<unknown>>();
    const outcomes = items.map((item, place) => {
      const before = inCommon(item).flatMap((key) => last.get(key) ?? []);
      const outcome = Promise.allSettled(before).then(() => work(item, place));
      for (const key of inCommon(item)) last.set(key, outcome);
      return outcome;
    });
    const settled = await Promise.allSettled(outcomes);
    refuseWhatIsNotForThem(settled);
    return { items: settled.map((one) => this.viewOf(one, language)) };
  }

  private viewOf(outcome: PromiseSettledResult<Answer>, language: Language): BatchItemView {
    if (outcome.status === 'fulfilled') {
      const { status, body } = outcome.value;
      return { status, ...(JSON.parse(body) as Omit<BatchItemView, 'status'>) };
    }
    const problem: unknown = outcome.reason;
    if (!(problem instanceof Problem) || problem.code.startsWith('idempotency.')) throw problem;
    const instance = currentTrace()?.requestId ?? newId();
    return { status: problem.status, problem: this.documents.of(problem, language, instance) };
  }
}

/** Nothing of the batch is for this caller: it is refused as a single call would be. @throws Problem 403 or 422 */
function refuseWhatIsNotForThem(outcomes: readonly PromiseSettledResult<Answer>[]): void {
  const problems = outcomes.flatMap((outcome) => {
    const reason: unknown = outcome.status === 'rejected' ? outcome.reason : null;
    return reason instanceof Problem && (reason.status === 403 || reason.status === 422) ? [reason] : [];
  });
  const [first] = problems;
  if (problems.length === outcomes.length && first !== undefined) throw first;
}

/**
 * Each item is remembered under a key of its own, made of that of the batch: pressed again, what was done gets its first
 * answer and the rest is done. Another body is told by the hash of the whole.
 */
export const requestOfItem = (request: DeskRequest | null, place: number): DeskRequest | null =>
  request === null ? null : { ...request, key: `${request.key}/${place}` };

/** The school of the batch is that of every item which names none. */
export const atDeskOf = <Item extends { schoolId?: string }>(
  item: Item,
  schoolId: string | undefined,
): Item => (schoolId === undefined || item.schoolId !== undefined ? item : { ...item, schoolId });
