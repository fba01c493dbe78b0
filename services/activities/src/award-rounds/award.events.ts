import { AwardGrantedV1, AwardTakenBackV1 } from '@shulian/contracts/activities';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, SchoolClassId } from '@shulian/contracts/ids';
import type { Award, AwardRound } from './rules/award-round.js';

const idsOf = ({ id, schoolId, readerId, classId }: Award) => ({
  awardId: id,
  schoolId,
  readerId,
  classId: classId as SchoolClassId | null,
});

export const awardGranted = (
  { programme, startsOn, endsOn }: AwardRound,
  award: Award,
  grantedOn: CalendarDay,
): Announcement =>
  AwardGrantedV1.announce(
    { ...idsOf(award), programme, category: award.category, from: startsOn, to: endsOn, grantedOn },
    award.version,
  );

export const awardTakenBack = (award: Award, takenBackOn: CalendarDay): Announcement =>
  AwardTakenBackV1.announce({ ...idsOf(award), takenBackOn }, award.version);
