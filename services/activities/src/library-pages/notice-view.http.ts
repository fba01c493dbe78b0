import type { NoticeView } from './library-pages.http.js';
import type { Notice } from './rules/notice.js';

export const toNoticeView = ({ writtenBy: _who, publishedBy: _by, ...notice }: Notice): NoticeView => notice;
export type { NoticeView };
