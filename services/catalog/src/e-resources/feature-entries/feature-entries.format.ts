import type { PrintedList } from '@shulian/service-kit';
import type { FeatureEntryView } from './feature-entries.http.js';

/** A feature database on paper has its own name. */
export const printedFeatureEntries = ({
  name,
}: {
  readonly name: string;
}): PrintedList<FeatureEntryView> => ({
  name: 'feature-entries',
  title: { zh: name, en: name },
  columns: [
    { key: 'name', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'subject', title: { zh: '主题', en: 'Subject' }, type: 'text' },
    { key: 'description', title: { zh: '说明', en: 'Description' }, type: 'text' },
    { key: 'callNumber', title: { zh: '索书号', en: 'Call no.' }, type: 'text' },
    { key: 'url', title: { zh: '网址', en: 'Link' }, type: 'text' },
    { key: 'enteredOn', title: { zh: '录入日期', en: 'Entered' }, type: 'day' },
  ],
});
