import type { ProblemTitles } from '../envelope/problem.js';

export const readersProblems: ProblemTitles = {
  'account.username-taken': {
    zh: '用户名已被使用',
    en: 'The user name is taken',
  },
  'account.locked': {
    zh: '登录失败次数过多，请稍后再试',
    en: 'Too many failed sign-ins, try again later',
  },
  'session.refresh-invalid': {
    zh: '刷新令牌无效',
    en: 'The refresh token is not valid',
  },
  'school.code-taken': {
    zh: '学校代码已被使用',
    en: 'The school code is taken',
  },
  'term.overlaps': {
    zh: '学期与已有学期重叠',
    en: 'The term overlaps another one',
  },
  'class.exists': { zh: '班级已存在', en: 'The class exists already' },
  'class.section-not-in-school': {
    zh: '学校没有该学段',
    en: 'The school does not have this section',
  },
  'card.number-taken': {
    zh: '借书证号已被使用',
    en: 'The card number is taken',
  },
  'card.not-active': { zh: '借书证已停用', en: 'The card is not active' },
  'reader.has-left': { zh: '读者已离校', en: 'The reader has left the school' },
  'roster.too-many-leavers': {
    zh: '名册将使过多读者离校，已停止',
    en: 'The roster would remove too many readers',
  },
  'roster.format-unsupported': {
    zh: '暂不支持该名册格式',
    en: 'This roster format is not supported yet',
  },
};
