import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const seeing = { ...school, teacher: 'school', reader: 'self' } as const;
const ofClass = { ...school, teacher: 'class' } as const;
const entering = { ...librarian, teacher: 'class', reader: 'self' } as const;
const judging = { ...school, teacher: 'school' } as const;
const WRONG_STEP = 'contest.wrong-step' as const;

export const contestsAccess = {
  'contest-types.list': {
    says: {
      zh: '竞赛种类：作文、手抄报、书法、知识竞赛、讲故事等，以及本校自定的',
      en: 'Types of contests, as essay, hand-made newspaper or knowledge quiz, and what the school has added.',
    },
    roles: seeing,
    scope: 'activities.read',
  },
  'contest-types.put': {
    says: {
      zh: '增加本校的竞赛种类，或给已有种类改名、停用',
      en: 'Adds a type of contest at the school, or gives one another name, or ends it.',
    },
    roles: school,
    scope: 'activities.write',
  },
  'contests.create': {
    says: {
      zh: '计划一项竞赛：名称、种类、主题、主办部门、对象、日期、提交办法、奖项名额、计划',
      en: 'Plans a contest: name, type, theme, organisers, for whom, days, how to hand in, prizes, plan.',
    },
    roles: school,
    scope: 'activities.write',
    problems: { 409: ['contest.days-unknown'], 422: ['request.unknown-reference'] },
  },
  'contests.list': {
    says: {
      zh: '一校的竞赛，最新在前；可按状态、种类、系列筛选；format 给出可打印的表',
      en: 'Contests of a school, newest first: by state, type or series; `format` prints the list.',
    },
    roles: seeing,
    scope: 'activities.read',
  },
  'contests.read': {
    says: { zh: '查看一项竞赛', en: 'One contest.' },
    roles: seeing,
    scope: 'activities.read',
  },
  'contests.change': {
    says: {
      zh: '修改竞赛；开始后只能改日期、计划和名额，评定后不能改',
      en: 'Changes a contest; once it is open only days, plan and prizes, and nothing once it is decided.',
    },
    roles: school,
    scope: 'activities.write',
    problems: { 409: [WRONG_STEP], 422: ['request.unknown-reference'] },
  },
  'contests.step': {
    says: {
      zh: '推进或退回：开始、截止、评定、公布、总结；重新收稿、重新评分、撤回公布、取消',
      en: 'Goes on with a contest or back: open, close, decide, publish, summarise; reopen, judge again, withdraw the publication, cancel.',
    },
    roles: school,
    scope: 'activities.write',
    problems: {
      409: [
        WRONG_STEP,
        'contest.no-plan',
        'contest.no-entries',
        'contest.no-judges',
        'contest.scores-missing',
        'contest.has-scores',
        'contest.no-commendation',
      ],
    },
  },
  'contests.commend': {
    says: {
      zh: '登记表彰：何日、如何表扬；没有表彰不能总结',
      en: 'Says how and when winners were commended; without it nothing is summarised.',
    },
    roles: school,
    scope: 'activities.write',
    problems: { 409: [WRONG_STEP] },
  },
  'contest-judges.put': {
    says: {
      zh: '组成评委：教师与馆员；任教班级的作品由他人评；已评分的评委不能撤下',
      en: 'Names the judges, teachers and librarians; works of the classes a judge teaches go to others. Who has given scores stays.',
    },
    roles: school,
    scope: 'activities.write',
    problems: { 409: [WRONG_STEP, 'contest.judge-has-scored'], 422: ['request.unknown-reference'] },
  },
  'contest-judges.list': {
    says: { zh: '评委及各自评分进度', en: 'The judges, and how far each has come.' },
    roles: judging,
    scope: 'activities.read',
    namesReaders: true,
  },
  'contest-entries.create': {
    says: {
      zh: '提交作品：学生交自己的，教师代本班，馆员代全校；逾期不收',
      en: 'Hands in a work: pupils their own, a teacher for the class, a librarian for anybody; nothing after the deadline.',
    },
    roles: entering,
    scope: 'activities.write',
    problems: {
      409: ['contest.not-open', 'contest.too-late', 'contest.not-for-you', 'contest.entered-already'],
      422: ['request.unknown-reference'],
    },
  },
  'contest-papers.enter': {
    says: {
      zh: '收卷登记：一次登记全班交来的答卷或纸质作品',
      en: 'Enters who has handed in a paper, for a whole class at once.',
    },
    roles: { ...librarian, teacher: 'class' },
    scope: 'activities.write',
    problems: {
      409: ['contest.not-open', 'contest.not-for-you'],
      422: ['request.unknown-reference'],
    },
  },
  'contest-entries.list': {
    says: {
      zh: '参赛作品：学生看自己的，教师看本班，馆员看全校；format 给出可打印的表',
      en: 'Works within reach: a pupil’s own, those of the class, or of the school; `format` prints the list.',
    },
    roles: { ...ofClass, reader: 'self' },
    scope: 'activities.read',
    namesReaders: true,
  },
  'contest-entries.read': {
    says: { zh: '查看一件作品及其附件', en: 'One work with its files.' },
    roles: { ...ofClass, reader: 'self' },
    scope: 'activities.read',
    namesReaders: true,
  },
  'contest-entries.change': {
    says: { zh: '截止前修改作品', en: 'Changes a work before the deadline.' },
    roles: entering,
    scope: 'activities.write',
    problems: { 409: ['contest.not-open', 'contest.too-late', 'contest-entry.withdrawn'] },
  },
  'contest-entries.withdraw': {
    says: {
      zh: '撤回作品：学生在截止前，馆员在评定前',
      en: 'Takes a work back: a pupil before the deadline, a librarian before the decision.',
    },
    roles: entering,
    scope: 'activities.write',
    problems: { 409: ['contest.not-open', 'contest.too-late', 'contest-entry.withdrawn'] },
  },
  'contest-files.add': {
    says: {
      zh: '给作品附上图片或文件；图片重新编码，不留拍摄信息',
      en: 'Adds a picture or a document to a work; a picture is made anew and says nothing of its place.',
    },
    roles: entering,
    scope: 'activities.write',
    problems: {
      409: ['contest.not-open', 'contest.too-late', 'contest-entry.withdrawn', 'contest-file.too-many'],
      413: ['picture.too-many-pixels'],
      415: ['contest-file.format-unsupported', 'picture.unreadable'],
    },
  },
  'contest-files.read': {
    says: { zh: '下载作品附件；评委也可', en: 'A file of a work; also for its judges.' },
    roles: { ...school, teacher: 'school', reader: 'self' },
    scope: 'activities.read',
  },
  'contest-files.remove': {
    says: { zh: '截止前删除作品附件', en: 'Removes a file of a work before the deadline.' },
    roles: entering,
    scope: 'activities.write',
    problems: { 409: ['contest.not-open', 'contest.too-late', 'contest-entry.withdrawn'] },
  },
  'contest-works.list': {
    says: {
      zh: '评委看待评作品，只有编号，不见姓名，附自己的评分',
      en: 'What a judge has to judge, by number and without names, with the own scores.',
    },
    roles: judging,
    scope: 'activities.read',
  },
  'contest-scores.put': {
    says: {
      zh: '评委评分（0–100，一位小数），或答卷按题给分；馆员可代录纸质评分表',
      en: 'Scores of a judge, 0 to 100 in tenths, or points for each question; a librarian may enter a judge’s sheet.',
    },
    roles: judging,
    problems: {
      409: [WRONG_STEP, 'judging.own-entry', 'judging.own-class'],
      422: ['request.unknown-reference'],
    },
  },
  'contest-ranking.list': {
    says: {
      zh: '名次表：平均分、名次、并列、奖次；评定前即可预览；format 给出可打印的表',
      en: 'Ranks: averages, places, ties and prizes, as they would be before the decision; `format` prints them.',
    },
    roles: school,
    scope: 'activities.read',
    namesReaders: true,
  },
  'contest-prizes.list': {
    says: {
      zh: '获奖名单；公布后全校可见，校外看不到姓名；format 给出可打印的光荣榜',
      en: 'The winners, once published, for the people of the school; `format` prints the list for the board.',
    },
    roles: seeing,
    scope: 'activities.read',
    namesReaders: true,
  },
  'contest-certificates.list': {
    says: {
      zh: '奖状：每个奖一页，format=pdf 打印，姓名由网关填入',
      en: 'Certificates, a page for each prize with `format=pdf`; the gateway puts the names in.',
    },
    roles: school,
    scope: 'activities.read',
    namesReaders: true,
    problems: { 409: [WRONG_STEP] },
  },
  'contest-results.list': {
    says: {
      zh: '已公布的竞赛结果：各奖次各年级的数目，不含姓名，无需登录',
      en: 'Published results of a school: how many prizes in which grade, and nobody’s name; nobody has to sign in.',
    },
    public: true,
  },
} as const satisfies Operations;
