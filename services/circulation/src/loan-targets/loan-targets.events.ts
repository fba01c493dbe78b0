import { LoanTargetsSetV1 } from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { SchoolId } from '@shulian/contracts/ids';
import type { LoanTarget } from './rules/loan-target.js';

export const loanTargetsSet = (
  schoolId: SchoolId,
  targets: readonly LoanTarget[],
  version: number,
): Announcement =>
  LoanTargetsSetV1.announce({ schoolId, targets: targets.map((each) => ({ ...each })) }, version);
