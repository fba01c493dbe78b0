import type { PrintedList, Words } from '@shulian/service-kit';
import type { DisplayPlace } from './rules/work-display.js';
import type { DisplayView } from './work-displays.http.js';

const placeWords: Readonly<Record<DisplayPlace, Words>> = {
  board: { zh: '橱窗', en: 'board' },
  exhibition: { zh: '展览', en: 'exhibition' },
  screen: { zh: '电子屏', en: 'screen' },
  website: { zh: '网站', en: 'website' },
};

export const printedDisplays: PrintedList<DisplayView> = {
  name: 'work-displays',
  title: { zh: '优秀作品展出记录', en: 'Displays of works' },
  columns: [
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'place', title: { zh: '地点', en: 'Place' }, type: 'text', words: placeWords },
    { key: 'showsFrom', title: { zh: '开始', en: 'From' }, type: 'day' },
    { key: 'showsUntil', title: { zh: '结束', en: 'Until' }, type: 'day' },
    { key: 'works', title: { zh: '作品数', en: 'Works' }, type: 'integer' },
    {
      key: 'status',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: { shown: { zh: '展出', en: 'shown' }, withdrawn: { zh: '已撤下', en: 'taken down' } },
    },
  ],
};
