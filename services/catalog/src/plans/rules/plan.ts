import type { AcquisitionPlanId, SchoolId } from '@shulian/contracts/ids';
import { askWhy, type BuyingRefusal } from '../../selection/rules/refusal.js';

/** What a school means to get in a calendar year, the year of its budget (CAT-001, CAT-015). */
export type AcquisitionPlan = {
  readonly id: AcquisitionPlanId;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly year: number;
  readonly printVolumes: number;
  readonly ebooks: number;
  readonly periodicalTitles: number;
  readonly budgetFen: number;
  /** Why it is less than the year before. */
  readonly shrinkReason: string | null;
};

type Amounts = Pick<AcquisitionPlan, 'printVolumes' | 'budgetFen'>;

type GrowthCode = 'acquisition-plan.budget-shrinks' | 'acquisition-plan.volumes-shrink';

/** Funds and volumes rise every year (CAT-015): less than the year before wants a reason, and the same is not less. */
export const growthRefusals = (
  plan: Amounts & Pick<AcquisitionPlan, 'shrinkReason'>,
  before: Amounts | null,
): readonly BuyingRefusal<GrowthCode>[] => {
  if (before === null || plan.shrinkReason !== null) return [];
  return [
    ...(plan.budgetFen < before.budgetFen
      ? [askWhy('acquisition-plan.budget-shrinks', { lastYear: before.budgetFen })]
      : []),
    ...(plan.printVolumes < before.printVolumes
      ? [askWhy('acquisition-plan.volumes-shrink', { lastYear: before.printVolumes })]
      : []),
  ];
};
