import type { Announcement } from '@shulian/contracts/envelope';
import { StaffMemberKeptV1 } from '@shulian/contracts/readers';
import type { StaffMember } from './rules/staff-member.js';

/** Only that somebody works there: who it is stays here. */
const kept = (
  { id, schoolId, startsOn, endsOn }: StaffMember,
  version: number,
  removed: boolean,
): Announcement =>
  StaffMemberKeptV1.announce({ staffMemberId: id, schoolId, startsOn, endsOn, removed }, version);

export const staffMemberKept = (member: StaffMember): Announcement => kept(member, member.version, false);
export const staffMemberRemoved = (member: StaffMember): Announcement =>
  kept(member, member.version + 1, true);
