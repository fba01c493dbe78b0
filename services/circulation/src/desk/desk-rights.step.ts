import { reachesReader, reachesSchool } from '@shulian/contracts/access';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import type { Caller } from '@shulian/service-kit';
import type { Arrived } from './desk-arrivals.query.js';

/** Seen by the lending school and by whoever may see the borrower. @param classId of the reader today */
export const canAccessLoan = (caller: Caller, loan: Loan, classId: SchoolClassId | null): boolean =>
  reachesSchool(caller.reach, loan.lendingSchoolId) ||
  reachesBorrower(caller, {
    who: loan.borrower,
    schoolId: loan.readerSchoolId,
    classId: classOf(loan, classId),
  });

/** Where who borrowed is found now: a class is its own, a reader may have changed the class since the loan. */
const classOf = ({ borrower }: Loan, today: SchoolClassId | null): SchoolClassId | null =>
  borrower.kind === 'class' ? borrower.id : today;

/** Whether something of the borrower may be touched: by county, school, class, or as the reader. */
export const reachesBorrower = (
  { reach }: Caller,
  borrower: {
    readonly who: WhoBorrows;
    readonly schoolId: SchoolId;
    readonly classId: SchoolClassId | null;
  },
): boolean =>
  reachesReader(reach, {
    readerId: borrower.who.id,
    schoolId: borrower.schoolId,
    classId: borrower.classId,
  });

/** The same for a class as for a reader: whether the caller may learn that there is such a class. */
export const canKnowClass = (caller: Caller, schoolClass: Arrived['schoolClass']): boolean =>
  schoolClass !== null &&
  (caller.mayWorkAt(schoolClass.schoolId) || caller.reach.classes.has(schoolClass.classId));

/**
 * Whether the caller may learn that there is such a reader, if only by a 403. A reader of another school is looked for just
 * as long as one whom nobody knows, or the time would tell the two apart.
 */
export const canKnowReader = (caller: Caller, reader: Arrived['reader']): boolean =>
  reader !== null && (caller.mayWorkAt(reader.schoolId) || reachesReader(caller.reach, reader));

/** Librarians and heads of a school know who stood at its desk; readers, helpers, other schools and programmes do not. */
export const canSeeDesk = ({ claims, reach }: Caller, schoolId: string): boolean =>
  claims.kind === 'account' && reach.schools.has(schoolId);
