import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';

/** 研究馆员, 副研究馆员, 馆员, 助理馆员, 管理员; none yet. */
export const STAFF_TITLES = [
  'research-librarian',
  'associate-research-librarian',
  'librarian',
  'assistant-librarian',
  'clerk',
  'none',
] as const;
export type StaffTitle = (typeof STAFF_TITLES)[number];

/** Highest first. */
export const EDUCATIONS = ['doctor', 'master', 'bachelor', 'college', 'secondary'] as const;
export type Education = (typeof EDUCATIONS)[number];

export const STAFF_FAULTS = ['no-certificate', 'certificate-expired', 'head-below-bachelor'] as const;
export type StaffFault = (typeof STAFF_FAULTS)[number];

/** Somebody who works in the library of a school (RDR-036). */
export type StaffMember = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly readerId: string | null;
  readonly title: StaffTitle;
  readonly education: Education;
  readonly post: string;
  readonly isHead: boolean;
  readonly weeklyHours: number | null;
  readonly certificateNumber: string | null;
  readonly certificateIssuedOn: CalendarDay | null;
  readonly certificateExpiresOn: CalendarDay | null;
  readonly startsOn: CalendarDay;
  /** Last day. */
  readonly endsOn: CalendarDay | null;
  readonly enteredOn: CalendarDay;
  readonly enteredBy: string;
};

type Checked = Pick<StaffMember, 'isHead' | 'education' | 'certificateNumber'> & {
  readonly certificateExpiresOn: string | null;
};

const isBelowBachelor = (education: Education): boolean =>
  EDUCATIONS.indexOf(education) > EDUCATIONS.indexOf('bachelor');

/** What the rules of the trade ask of who works here and is not so on a day: a certificate of all, a bachelor of the head. */
export function faultsOf(
  { isHead, education, certificateNumber, certificateExpiresOn }: Checked,
  day: CalendarDay,
): StaffFault[] {
  const faults: StaffFault[] = [];
  if (certificateNumber === null) faults.push('no-certificate');
  else if (certificateExpiresOn !== null && certificateExpiresOn < day) faults.push('certificate-expired');
  if (isHead && isBelowBachelor(education)) faults.push('head-below-bachelor');
  return faults;
}
