import type { PrintedList } from '@shulian/service-kit';
import type { MeritCandidate, SuggestionView } from './merit.http.js';

const ofClass = {
  key: 'class',
  title: { zh: '班级', en: 'Class' },
  type: 'class',
  of: ({ classId }: { readonly classId: string }) => ({ kind: 'class', id: classId }),
} as const;
const counts = [
  { key: 'overdue', title: { zh: '逾期', en: 'Overdue' }, type: 'integer' },
  { key: 'lost', title: { zh: '丢失', en: 'Lost' }, type: 'integer' },
  { key: 'damaged', title: { zh: '损坏', en: 'Damaged' }, type: 'integer' },
] as const;

export const printedCandidates: PrintedList<MeritCandidate> = {
  name: 'merit-candidates',
  title: { zh: '班级逾期丢失损坏情况', en: 'Classes with losses' },
  columns: [
    ofClass,
    ...counts,
    { key: 'isSuggested', title: { zh: '已建议', en: 'Suggested' }, type: 'yes-no' },
  ],
};

/** The file for those who evaluate the classes. */
export const printedSuggestions: PrintedList<SuggestionView> = {
  name: 'merit-suggestions',
  title: { zh: '扣除优胜奖建议', en: 'Merit suggestions' },
  columns: [
    { key: 'suggestedOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    ofClass,
    ...counts,
    { key: 'awards', title: { zh: '建议扣除次数', en: 'Awards' }, type: 'integer' },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        suggested: { zh: '建议中', en: 'suggested' },
        'handed-on': { zh: '已转交', en: 'handed on' },
        withdrawn: { zh: '已撤回', en: 'taken back' },
      },
    },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};
