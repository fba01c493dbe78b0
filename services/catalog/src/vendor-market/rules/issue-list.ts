import type { CalendarDay, IssueListId, SchoolId, VendorId } from '@shulian/contracts/ids';

/** What a vendor or publisher issues, as the file that was sent (CAT-009). */
export type IssueList = {
  readonly id: IssueListId;
  readonly schoolId: SchoolId;
  readonly vendorId: VendorId;
  readonly name: string;
  readonly fileId: string;
  readonly mediaType: string;
  readonly size: number;
  readonly receivedOn: CalendarDay;
  readonly receivedBy: string;
};
