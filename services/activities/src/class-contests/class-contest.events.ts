import { AwardGrantedV1, AwardTakenBackV1 } from '@shulian/contracts/activities';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, SchoolClassId } from '@shulian/contracts/ids';
import { daysOfSchoolYear, type ClassContest, type Winner } from './rules/class-contest.js';

const idsOf = ({ schoolId }: ClassContest, { id, classId }: Winner) => ({
  awardId: id,
  schoolId,
  readerId: null,
  classId: classId as SchoolClassId,
});

export const classHonoured = (contest: ClassContest, winner: Winner, grantedOn: CalendarDay): Announcement =>
  AwardGrantedV1.announce(
    {
      ...idsOf(contest, winner),
      programme: 'scholarly-class',
      category: null,
      ...daysOfSchoolYear(contest.schoolYear),
      grantedOn,
    },
    winner.version,
  );

export const classHonourTakenBack = (
  contest: ClassContest,
  winner: Winner,
  takenBackOn: CalendarDay,
): Announcement => AwardTakenBackV1.announce({ ...idsOf(contest, winner), takenBackOn }, winner.version + 1);
