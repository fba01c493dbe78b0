import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { NoticeDue } from '../notices.js';
import { circulationNotice } from './topics.js';

export const CirculationNoticeDueV1 = defineEvent({
  topic: circulationNotice,
  type: 'shulian.circulation.notice.due.v1',
  data: NoticeDue,
  says: 'A notice of something that was lent or asked for is due; readers sends it to whom it concerns.',
  key: (due) => due.noticeId,
  school: (due) => due.schoolId,
});
export type CirculationNoticeDueV1 = EventOf<typeof CirculationNoticeDueV1>;
