import type { PrintedList, Words } from '@shulian/service-kit';
import type { LibraryRoomView } from './library-rooms.http.js';
import type { Purpose } from './rules/library-room.js';

export const purposeWords: Readonly<Record<Purpose, Words>> = {
  lending: { zh: '外借', en: 'lending' },
  reading: { zh: '阅览', en: 'reading' },
  electronic: { zh: '电子阅览', en: 'electronic reading' },
  activity: { zh: '活动', en: 'activities' },
};

export const printedLibraryRooms: PrintedList<LibraryRoomView> = {
  name: 'library-rooms',
  title: { zh: '馆室一览', en: 'Rooms of the library' },
  columns: [
    { key: 'name', title: { zh: '馆室', en: 'Room' }, type: 'text' },
    {
      key: 'purposes',
      title: { zh: '用途', en: 'For' },
      type: 'text',
      of: ({ purposes }, language) =>
        purposes.map((each) => purposeWords[each][language]).join(language === 'zh' ? '、' : ', '),
    },
    { key: 'place', title: { zh: '地点', en: 'Place' }, type: 'text' },
    { key: 'campus', title: { zh: '校区', en: 'Campus' }, type: 'text' },
    { key: 'department', title: { zh: '部门', en: 'Department' }, type: 'text' },
    { key: 'seats', title: { zh: '座位', en: 'Seats' }, type: 'integer' },
    { key: 'classesAtOnce', title: { zh: '同时容纳班级', en: 'Classes at once' }, type: 'integer' },
    { key: 'alternativeName', title: { zh: '闭馆时代借处', en: 'When closed, go to' }, type: 'text' },
    { key: 'alternativeNote', title: { zh: '说明', en: 'Note' }, type: 'text' },
  ],
};
