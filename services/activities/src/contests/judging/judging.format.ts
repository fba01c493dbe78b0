import type { Language, PrintedList } from '@shulian/service-kit';
import { levelWords } from '../contests.format.js';
import type { JudgeView, PrizeView, RankView, WorkView } from './judging.http.js';

const points = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100);
const yes = (is: boolean, language: Language): string => (is ? { zh: '并列', en: 'tied' }[language] : '');
const who = ({ readerId, classId }: Pick<RankView, 'readerId' | 'classId'>) =>
  readerId === null
    ? ({ kind: 'class', id: classId ?? '' } as const)
    : ({ kind: 'reader', id: readerId } as const);

export const printedJudges: PrintedList<JudgeView> = {
  name: 'contest-judges',
  title: { zh: '评委名单', en: 'Judges' },
  columns: [
    {
      key: 'judge',
      title: { zh: '评委', en: 'Judge' },
      type: 'who',
      of: ({ readerId }) => (readerId === null ? null : { kind: 'reader', id: readerId }),
    },
    { key: 'scored', title: { zh: '已评', en: 'Scored' }, type: 'integer' },
  ],
};

/** The score sheet of a judge: by number, to be filled in by hand. */
export const printedWorks: PrintedList<WorkView> = {
  name: 'score-sheet',
  title: { zh: '评分表', en: 'Score sheet' },
  columns: [
    { key: 'number', title: { zh: '编号', en: 'No' }, type: 'integer' },
    { key: 'grade', title: { zh: '年级', en: 'Grade' }, type: 'integer' },
    { key: 'title', title: { zh: '题目', en: 'Title' }, type: 'text' },
    {
      key: 'score',
      title: { zh: '得分', en: 'Score' },
      type: 'decimal',
      of: ({ tenths }) => (tenths === null ? null : tenths / 10),
    },
    { key: 'remark', title: { zh: '评语', en: 'Remark' }, type: 'text' },
  ],
  signatures: [{ zh: '评委签字', en: 'Judge' }],
};

export const printedRanking: PrintedList<RankView> = {
  name: 'contest-ranking',
  title: { zh: '竞赛名次表', en: 'Ranking' },
  columns: [
    { key: 'number', title: { zh: '编号', en: 'No' }, type: 'integer' },
    { key: 'who', title: { zh: '作者', en: 'Whose' }, type: 'who', of: who },
    { key: 'title', title: { zh: '题目', en: 'Title' }, type: 'text' },
    { key: 'scores', title: { zh: '评分数', en: 'Scores' }, type: 'integer' },
    { key: 'missing', title: { zh: '缺评', en: 'Missing' }, type: 'integer' },
    {
      key: 'mean',
      title: { zh: '平均分', en: 'Mean' },
      type: 'decimal',
      of: ({ hundredths }) => points(hundredths),
    },
    { key: 'place', title: { zh: '名次', en: 'Place' }, type: 'integer' },
    {
      key: 'tied',
      title: { zh: '并列', en: 'Tied' },
      type: 'text',
      of: ({ tied }, language) => yes(tied, language),
    },
    { key: 'level', title: { zh: '奖次', en: 'Prize' }, type: 'text', words: levelWords },
  ],
  signatures: [{ zh: '评委签字', en: 'Judges' }],
};

export const printedPrizes: PrintedList<PrizeView> = {
  name: 'contest-prizes',
  title: { zh: '光荣榜', en: 'Winners' },
  columns: [
    { key: 'level', title: { zh: '奖次', en: 'Prize' }, type: 'text', words: levelWords },
    { key: 'place', title: { zh: '名次', en: 'Place' }, type: 'integer' },
    {
      key: 'tied',
      title: { zh: '并列', en: 'Tied' },
      type: 'text',
      of: ({ tied }, language) => yes(tied, language),
    },
    { key: 'who', title: { zh: '获奖者', en: 'Winner' }, type: 'who', of: who },
    { key: 'title', title: { zh: '题目', en: 'Title' }, type: 'text' },
    { key: 'certificate', title: { zh: '证书编号', en: 'Certificate' }, type: 'text' },
    { key: 'grantedOn', title: { zh: '公布日期', en: 'Published' }, type: 'day' },
  ],
};
