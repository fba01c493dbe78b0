import type { ProblemCode } from '../problems.js';

/** Titles of problems and refusals in the two languages of the users; codes are never translated. */
export type ProblemTitles = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** A reason to say no, or to ask first. `facts` are the numbers and states the desk shows. */
export type Refusal = {
  readonly code: ProblemCode;
  readonly severity: 'deny' | 'confirm' | 'warn';
  readonly overridable: boolean;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  /** The policy row that decided, where one did. */
  readonly rule?: {
    readonly id: string;
    readonly version: number;
    readonly parameter: string;
  };
};

/** Codes that every service may answer. */
export const commonProblems = {
  'request.invalid': { zh: '请求内容不正确', en: 'The request is not valid' },
  'request.unparsable': {
    zh: '请求内容无法解析',
    en: 'The request cannot be read',
  },
  'request.too-large': { zh: '请求内容过大', en: 'The request is too large' },
  'request.too-slow': {
    zh: '请求发送过慢',
    en: 'The request came too slowly',
  },
  'request.too-long': {
    zh: '内容超出长度限制',
    en: 'A text or a list is longer than allowed',
  },
  'request.media-type': {
    zh: '不支持的内容类型',
    en: 'The media type is not supported',
  },
  'request.unknown-reference': {
    zh: '引用的对象不存在',
    en: 'Something the request refers to does not exist',
  },
  'request.school-needed': {
    zh: '请指明学校',
    en: 'Say which school is meant',
  },
  'authentication.required': { zh: '需要登录', en: 'Sign in first' },
  'authentication.failed': {
    zh: '登录信息不正确',
    en: 'The credentials are not right',
  },
  'permission.denied': { zh: '没有权限', en: 'This is not allowed for you' },
  'resource.unknown': { zh: '找不到该对象', en: 'There is no such thing' },
  'resource.conflict': {
    zh: '与已有的数据冲突',
    en: 'This conflicts with what is there',
  },
  'version.required': {
    zh: '需要 If-Match 版本',
    en: 'An If-Match version is needed',
  },
  'version.stale': {
    zh: '内容已被他人修改',
    en: 'Someone else has changed this meanwhile',
  },
  'idempotency.key-reused': {
    zh: '幂等键已用于另一请求',
    en: 'The idempotency key was used for another request',
  },
  'idempotency.in-progress': {
    zh: '相同的请求正在处理',
    en: 'The same request is still running',
  },
  'rate.limited': { zh: '请求过于频繁', en: 'Too many requests' },
  'service.away': {
    zh: '服务暂时不可用',
    en: 'The service is away for the moment',
  },
  'service.busy': {
    zh: '查询人数过多，请稍后再试',
    en: 'Too many ask at once; try again in a moment',
  },
  'sync.token-unknown': {
    zh: '同步标记已失效，请重新读取全部',
    en: 'The sync token is not known any more: read everything once',
  },
  'job.too-many-waiting': {
    zh: '您的任务排队过多，请待其完成',
    en: 'Too many of your jobs wait; let them end first',
  },
  'job.ended': { zh: '任务已经结束', en: 'The job has ended' },
  'job.no-output': { zh: '任务没有可下载的文件', en: 'The job has no file to fetch' },
  'job.output-expired': { zh: '文件已过期，请重新生成', en: 'The file has expired: make it anew' },
  'job.gave-up': {
    zh: '多次尝试仍未完成，请检查文件或联系管理员',
    en: 'It was tried several times and could not be finished; look at the file, or ask who runs the county',
  },
  'service.failed': {
    zh: '系统内部错误',
    en: 'Something went wrong on our side',
  },
  'events.reread-too-long-ago': {
    zh: '时间太早，无法确认哪些事件已处理',
    en: 'That is longer ago than it is remembered which events were digested',
  },
  'events.reread-already-digested': {
    zh: '该时间之后的事件均已处理，重读无效',
    en: 'All events of that time were digested: reading them again would change nothing',
  },
  'events.reread-log-too-short': {
    zh: '事件日志已不完整',
    en: 'The log no longer has all events of that time',
  },
  'events.reread-another-log': {
    zh: '事件日志已更换',
    en: 'The log is another one than the one that was digested',
  },
  'events.too-old': {
    zh: '事件已不再保留',
    en: 'The events asked for are no longer kept',
  },
  'request.abandoned': { zh: '请求已被放弃', en: 'Who asked is gone' },
} as const satisfies ProblemTitles;
