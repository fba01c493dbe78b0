import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, CollectionPolicyId } from '@shulian/contracts/ids';
import {
  COLLECTION_POLICY_VIEW,
  collectingLevelTable,
  collectionPolicyTable,
  holdingTargetTable,
} from './collection-policy.row.js';
import type { CollectionPolicyView } from './collection-policy.http.js';
import type { CollectionPolicy, HoldingTarget, LevelOfClass } from './rules/collection-policy.js';

const VIEW = statement('collection-policies.viewOf', `${COLLECTION_POLICY_VIEW} where p.id = $2`);
/** The unique constraint a second version of a day runs into. */
export const POLICY_ONCE_A_DAY = 'collection_policy_once_a_day';

export class CollectionPoliciesRepository {
  constructor(private readonly session: Session) {}

  async add(
    policy: CollectionPolicy,
    levels: readonly LevelOfClass[],
    targets: readonly HoldingTarget[],
  ): Promise<void> {
    const policyId = policy.id;
    await this.session.manager.insert(collectionPolicyTable, policy);
    await this.session.manager.insert(
      collectingLevelTable,
      levels.map((level) => ({ ...level, policyId })),
    );
    await this.session.manager.insert(
      holdingTargetTable,
      targets.map((target) => ({ ...target, policyId })),
    );
  }

  locked(id: CollectionPolicyId): Promise<CollectionPolicy | null> {
    return this.session.manager.findOne(collectionPolicyTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** With its levels and targets. */
  async remove(id: CollectionPolicyId): Promise<void> {
    await this.session.manager.delete(collectionPolicyTable, { id });
  }

  async view(id: CollectionPolicyId, today: CalendarDay): Promise<CollectionPolicyView> {
    const [view] = await this.session.rows<CollectionPolicyView>(VIEW, [today, id]);
    if (view === undefined) throw new Error('a policy that is there is shown');
    return view;
  }
}
