import { VisitTargetsSetV1 } from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { SchoolId } from '@shulian/contracts/ids';

type Target = { readonly grade: number | null; readonly perWeek: number };

export const visitTargetsSet = (
  schoolId: SchoolId,
  targets: readonly Target[],
  version: number,
): Announcement =>
  VisitTargetsSetV1.announce(
    { schoolId, targets: targets.map(({ grade, perWeek }) => ({ grade, perWeek })) },
    version,
  );
