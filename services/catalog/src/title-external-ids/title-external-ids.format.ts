import type { PrintedList } from '@shulian/service-kit';
import type { TitleExternalIdView } from './title-external-ids.http.js';

export const printedTitleExternalIds: PrintedList<TitleExternalIdView> = {
  name: 'title-external-ids',
  title: { zh: '题名外部编号对照', en: 'External ids of titles' },
  columns: [
    { key: 'externalId', title: { zh: '外部编号', en: 'External id' }, type: 'text' },
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'titleId', title: { zh: '题名编号', en: 'Id of the title' }, type: 'text' },
  ],
};
