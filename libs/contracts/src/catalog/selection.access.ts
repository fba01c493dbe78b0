import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county', ...school } as const;
/** Everyone who works, teaches or reads at the school. */
const wishers = { ...school, teacher: 'school', 'class-helper': 'school', reader: 'school' } as const;
const reviewers = { ...county, ...school } as const;

export const selectionAccess = {
  'suitability-reviews.create': {
    says: {
      zh: '审读拟购图书：逐种记录审读人、意见与适用年级；未经审读不得订购或验收',
      en: 'Reviews works before they are bought: reviewer, verdict and grades of each. Nothing is ordered or accepted without.',
    },
    roles: reviewers,
    scope: 'catalog.write',
  },
  'suitability-reviews.list': {
    says: {
      zh: '审读登记表，可按意见筛选；format 给出可打印的清单',
      en: 'The reviews of a school, by verdict; `format` makes a list to print of them.',
    },
    roles: lookers,
    scope: 'catalog.read',
  },
  'suitability-reviews.read': {
    says: { zh: '查看一条审读意见', en: 'One review.' },
    roles: lookers,
    scope: 'catalog.read',
  },
  'suitability-reviews.retract': {
    says: {
      zh: '撤回审读意见并说明理由；此后不得据以订购',
      en: 'Takes a review back, with the reason: nothing more is ordered on it.',
    },
    roles: reviewers,
    scope: 'catalog.write',
    problems: { 409: ['suitability-review.already-retracted'] },
  },
  'suggestions.create': {
    says: {
      zh: '荐购一种图书：荐购单、网络留言或阅读调查；教师可注明课程',
      en: 'Wishes for a work, by form, message or survey; a teacher names the course.',
    },
    roles: wishers,
    scope: 'catalog.write',
    problems: { 409: ['suggestion.open-already'] },
  },
  'suggestions.list': {
    says: {
      zh: '本校荐购及票数、结果与答复，mine 只看自己的；不显示荐购人；format 给出可打印的清单',
      en: 'The wishes of a school with votes, fate and answer; `mine` for the own ones. Nobody learns whose they are; `format` prints them.',
    },
    roles: { ...county, ...wishers },
    scope: 'catalog.read',
  },
  'suggestions.read': {
    says: { zh: '查看一条荐购及其结果', en: 'One wish and what became of it.' },
    roles: { ...county, ...wishers },
    scope: 'catalog.read',
  },
  'suggestions.vote': {
    says: { zh: '为荐购投票，每个账号一票', en: 'Votes for a wish; an account has one vote.' },
    roles: wishers,
    scope: 'catalog.write',
    problems: { 409: ['suggestion.decided'] },
  },
  'suggestions.take-back-vote': {
    says: { zh: '收回所投的票', en: 'Takes the own vote back.' },
    roles: wishers,
    scope: 'catalog.write',
    problems: { 409: ['suggestion.decided'] },
  },
  'suggestions.decide': {
    says: {
      zh: '处理荐购：已订购（注明订单）或未采纳（须答复荐购人）',
      en: 'Says what becomes of a wish: ordered, with the order, or declined, with words for the wisher.',
    },
    roles: reviewers,
    scope: 'catalog.write',
    problems: { 409: ['suggestion.decided'] },
  },
  'suggestions.reopen': {
    says: { zh: '撤销处理结果，荐购重新待处理', en: 'Takes the fate back: the wish is open again.' },
    roles: reviewers,
    scope: 'catalog.write',
    problems: { 409: ['suggestion.open-already'] },
  },
} as const satisfies Operations;
