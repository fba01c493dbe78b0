import { ContestPrizeGrantedV1, ContestPrizeWithdrawnV1 } from '@shulian/contracts/activities';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, ContestId, ContestPrizeId, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids'; // prettier-ignore
import type { PrizeLevel } from '../rules/contest.js';

type Announced = {
  readonly id: ContestPrizeId;
  readonly version: number;
  readonly contestId: ContestId;
  readonly schoolId: SchoolId;
  readonly readerId: ReaderId | null;
  readonly classId: SchoolClassId | null;
  readonly level: PrizeLevel;
};
const idsOf = ({ id, contestId, schoolId, readerId, classId, level }: Announced, contestType: string) => ({
  prizeId: id,
  contestId,
  schoolId,
  contestType,
  readerId,
  classId,
  level,
});

export const prizeGranted = (prize: Announced, contestType: string, grantedOn: CalendarDay): Announcement =>
  ContestPrizeGrantedV1.announce({ ...idsOf(prize, contestType), grantedOn }, prize.version);

export const prizeWithdrawn = (
  prize: Announced,
  contestType: string,
  withdrawnOn: CalendarDay,
): Announcement =>
  ContestPrizeWithdrawnV1.announce({ ...idsOf(prize, contestType), withdrawnOn }, prize.version);
