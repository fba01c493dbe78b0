import { PolicyActivatedV1 } from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import { scopeOf, type PolicyVersion } from '@shulian/lending-rules/policy/loan-policy';

export const policyActivated = (policy: PolicyVersion): Announcement =>
  PolicyActivatedV1.announce(
    {
      scope: scopeOf(policy.schoolId),
      schoolId: policy.schoolId,
      version: policy.version,
      effectiveOn: policy.effectiveOn,
      rows: policy.rows.length,
    },
    policy.version,
  );
