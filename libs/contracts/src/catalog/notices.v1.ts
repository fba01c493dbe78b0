import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { NoticeDue } from '../notices.js';
import { catalogNotice } from './topics.js';

export const CatalogNoticeDueV1 = defineEvent({
  topic: catalogNotice,
  type: 'shulian.catalog.notice.due.v1',
  data: NoticeDue,
  says: 'A notice of something that came into stock is due; readers sends it to whom it concerns.',
  key: (due) => due.noticeId,
  school: (due) => due.schoolId,
});
export type CatalogNoticeDueV1 = EventOf<typeof CatalogNoticeDueV1>;
