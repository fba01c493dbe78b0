import { CirculationNoticeDueV1 } from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, NoticeCauseId, NoticeId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { ReaderId } from '@shulian/contracts/ids';
import type { NoticeKind } from '@shulian/contracts/words';

export type NoticeToTell = {
  readonly kind: NoticeKind;
  readonly causeId: string;
  readonly causeOn: CalendarDay;
  readonly schoolId: SchoolId;
  readonly readerId: ReaderId | null;
  readonly classId: SchoolClassId | null;
  readonly count: number;
  readonly daysLate?: number;
  readonly dueOn?: CalendarDay;
  readonly amountFen?: number | null;
  readonly untilOn: CalendarDay;
};

/** Somebody should hear of something; readers says who, and how. @param id of this announcement, new each time */
export const noticeDue = (id: NoticeId, notice: NoticeToTell): Announcement => {
  const {
    count,
    daysLate = null,
    dueOn = null,
    amountFen = null,
    causeId,
    readerId,
    classId,
    ...rest
  } = notice;
  return CirculationNoticeDueV1.announce(
    {
      ...rest,
      noticeId: id,
      causeId: causeId as NoticeCauseId,
      readerId,
      // A reader's class is for readers to know: it is that of today.
      classId: readerId === null ? classId : null,
      facts: { count, daysLate, dueOn, amountFen },
    },
    1,
  );
};
