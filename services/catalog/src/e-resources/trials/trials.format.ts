import type { PrintedList, Words } from '@shulian/service-kit';
import { eResourceKindWords } from '../register/e-resources.format.js';
import type { TrialState } from '../rules/trial.js';
import type { EvaluationView, TrialView } from './trials.http.js';

const stateWords: Readonly<Record<TrialState, Words>> = {
  running: { zh: '试用中', en: 'running' },
  adopted: { zh: '引进', en: 'adopted' },
  declined: { zh: '不引进', en: 'declined' },
};

export const printedTrials: PrintedList<TrialView> = {
  name: 'e-resource-trials',
  title: { zh: '数字资源试用评估表', en: 'Trials of electronic resources' },
  columns: [
    { key: 'name', title: { zh: '资源名称', en: 'Resource' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: eResourceKindWords },
    { key: 'provider', title: { zh: '提供单位', en: 'Provider' }, type: 'text' },
    { key: 'startsOn', title: { zh: '试用开始', en: 'From' }, type: 'day' },
    { key: 'endsOn', title: { zh: '试用结束', en: 'To' }, type: 'day' },
    { key: 'evaluations', title: { zh: '评估人数', en: 'Evaluations' }, type: 'integer' },
    { key: 'mark', title: { zh: '平均分', en: 'Mark' }, type: 'decimal' },
    { key: 'state', title: { zh: '结果', en: 'Outcome' }, type: 'text', words: stateWords },
    {
      key: 'reason',
      title: { zh: '理由', en: 'Reason' },
      type: 'text',
      of: ({ steps }) => steps.at(-1)?.reason ?? null,
    },
  ],
};

export const printedEvaluations = ({ name }: TrialView): PrintedList<EvaluationView> => ({
  name: 'e-resource-evaluations',
  title: { zh: `${name}：试用评估`, en: `${name}: evaluations` },
  columns: [
    { key: 'evaluator', title: { zh: '评估人', en: 'Evaluator' }, type: 'text' },
    { key: 'mark', title: { zh: '评分', en: 'Mark' }, type: 'integer' },
    { key: 'words', title: { zh: '意见', en: 'Words' }, type: 'text' },
    { key: 'on', title: { zh: '日期', en: 'Date' }, type: 'day' },
  ],
});
