import { EntitySchema } from 'typeorm';
import type { CollectionPolicyId } from '@shulian/contracts/ids';
import type { CollectionPolicy, HoldingTarget, LevelOfClass } from './rules/collection-policy.js';

export const collectionPolicyTable = new EntitySchema<CollectionPolicy>({
  name: 'collection_policy',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    effectiveOn: { type: 'date', name: 'effective_on' },
    reason: { type: 'text' },
    primaryVolumes: { type: 'int', name: 'primary_volumes' },
    juniorVolumes: { type: 'int', name: 'junior_volumes' },
    seniorVolumes: { type: 'int', name: 'senior_volumes' },
    writtenOn: { type: 'date', name: 'written_on' },
    writtenBy: { type: 'text', name: 'written_by' },
  },
});

type OfPolicy = { readonly policyId: CollectionPolicyId };

export const collectingLevelTable = new EntitySchema<LevelOfClass & OfPolicy>({
  name: 'collecting_level',
  columns: {
    policyId: { type: 'uuid', primary: true, name: 'policy_id' },
    clc: { type: 'text', primary: true },
    level: { type: 'text' },
    subject: { type: 'text', nullable: true },
    reason: { type: 'text' },
  },
});

export const holdingTargetTable = new EntitySchema<HoldingTarget & OfPolicy>({
  name: 'holding_target',
  columns: {
    policyId: { type: 'uuid', primary: true, name: 'policy_id' },
    number: { type: 'int', primary: true },
    name: { type: 'text' },
    audience: { type: 'text' },
    category: { type: 'text' },
    clcs: { type: 'text', array: true },
    kind: { type: 'text', nullable: true },
    tag: { type: 'text', nullable: true },
    share: { type: 'int', nullable: true },
    volumes: { type: 'int', nullable: true },
  },
});

/** A version as it is shown on the day `$1`: whether it holds then. */
export const COLLECTION_POLICY_VIEW = `select p.id, p.school_id as "schoolId", p.effective_on::text as "effectiveOn", p.reason,
    json_build_object('primary', p.primary_volumes, 'junior', p.junior_volumes, 'senior', p.senior_volumes) as "volumesPerPupil",
    p.written_on::text as "writtenOn",
    case when p.effective_on > $1::date then 'planned'
      when exists (select from collection_policy n where n.school_id = p.school_id and n.effective_on <= $1::date
        and n.effective_on > p.effective_on) then 'replaced'
      else 'in-force' end as standing,
    (select count(*)::int from collecting_level l where l.policy_id = p.id) as levels,
    (select count(*)::int from holding_target t where t.policy_id = p.id) as targets
  from collection_policy p`;
/** The version of the school `$2` that holds on the day `$1`. */
export const POLICY_IN_FORCE = `(select p.id from collection_policy p where p.school_id = $2 and p.effective_on <= $1::date
  order by p.effective_on desc limit 1)`;
