import { deny, type BuyingRefusal } from '../../selection/rules/refusal.js';

/** What the committee of the school said of a list as it stands; null: the head need not wait for it. */
export type CommitteeFacts = {
  readonly quorum: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly teachers: number;
  readonly pupils: number;
};

type CommitteeCode =
  | 'order.committee-quorum'
  | 'order.committee-teacher-missing'
  | 'order.committee-pupil-missing'
  | 'order.committee-said-no';

/** What is missing before the committee has spoken: so many members, a teacher and a pupil among them (CAT-007). */
export const quorumRefusals = (facts: CommitteeFacts | null): readonly BuyingRefusal<CommitteeCode>[] => {
  if (facts === null) return [];
  const votes = facts.yes + facts.no + facts.abstain;
  return [
    ...(votes < facts.quorum ? [deny('order.committee-quorum', { votes, quorum: facts.quorum })] : []),
    ...(facts.teachers === 0 ? [deny('order.committee-teacher-missing')] : []),
    ...(facts.pupils === 0 ? [deny('order.committee-pupil-missing')] : []),
  ];
};

/** A list passes with more for it than against it. */
export const saysYes = ({ yes, no }: Pick<CommitteeFacts, 'yes' | 'no'>): boolean => yes > no;

/** Why the head cannot approve a list yet, or at all. */
export const committeeRefusals = (facts: CommitteeFacts | null): readonly BuyingRefusal<CommitteeCode>[] => {
  const missing = quorumRefusals(facts);
  if (facts === null || missing.length > 0) return missing;
  return saysYes(facts) ? [] : [deny('order.committee-said-no', { yes: facts.yes, no: facts.no })];
};
