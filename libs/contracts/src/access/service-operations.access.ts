import { serviceNames, type ServiceName } from '../services.js';
import type { Operations } from './operation.js';
import { county } from './role-sets.js';

const lookers = { ...county, 'school-head': 'school' } as const;

/** What the people who run the county may do with every service. */
const ofOneService = {
  'parked-events.list': {
    says: { zh: '列出等待人工处理的事件，最早的在前', en: 'Events that wait for a person, oldest first.' },
    roles: county,
  },
  'parked-events.replay': {
    says: {
      zh: '按顺序重新处理同一键下搁置的事件，遇到仍失败的即停止',
      en: 'Digests the parked events of one key, in order; stops at the first that still fails.',
    },
    roles: county,
  },
  'parked-events.dismiss': {
    says: {
      zh: '永久放弃无法或不应处理的事件',
      en: 'Puts away for good what can never be digested, or must not be.',
    },
    roles: county,
  },
  'events.republish': {
    says: {
      zh: '向丢失事件的日志再次发送事件，已处理过的不受影响',
      en: 'Sends events again, for a log that lost them; whoever has digested one lets it pass.',
    },
    roles: county,
  },
  'events.reread': {
    says: {
      zh: '恢复的数据表缺少位置时，让服务从较早处重读日志；未确认时只说明将做什么',
      en: 'Puts the service back in the log, for tables that were restored without their positions; says what it would do, unless it is confirmed.',
    },
    roles: county,
    problems: {
      409: [
        'events.reread-too-long-ago',
        'events.reread-already-digested',
        'events.reread-log-too-short',
        'events.reread-another-log',
      ],
    },
  },
  'set-aside-events.list': {
    says: {
      zh: '列出总线拒收的事件，最早的在前；同一键的后续事件在其后等待',
      en: 'Events that the bus refused, oldest first; later ones of their keys wait.',
    },
    roles: county,
  },
  'operator-entries.list': {
    says: {
      zh: '操作登记：谁在何时对哪一条做了什么，最新的在前；校长看本校的；format 给出可打印的表',
      en: 'Who did what to which line and when, newest first; a head sees the school; `format` prints it.',
    },
    roles: lookers,
  },
  'set-aside-events.send': {
    says: {
      zh: '再次发送某一键下被搁置的事件及其后等待的事件',
      en: 'Sends what was set aside of one key, and what waits behind it, once more.',
    },
    roles: county,
  },
} as const satisfies Operations;

type OfOneService = typeof ofOneService;
type ServiceOperation = keyof OfOneService;
type OfEveryService = {
  readonly [
    Name in `${ServiceName}.${ServiceOperation}`
  ]: Name extends `${ServiceName}.${infer Operation extends ServiceOperation}`
    ? OfOneService[Operation]
    : never;
};

/** `catalog.parked-events.list` and so on: an operation id stands once in the merged document. */
export const serviceOperationsAccess = Object.fromEntries(
  serviceNames.flatMap((service) =>
    Object.entries(ofOneService).map(([operation, row]) => [`${service}.${operation}`, row]),
  ),
) as unknown as OfEveryService;

/** The operation of one service; one that is none of the county's (the kit's own tests have one) is run as the gateway is. */
export const operationOfService = (
  service: string,
  operation: ServiceOperation,
): `${ServiceName}.${ServiceOperation}` =>
  `${serviceNames.find((name) => name === service) ?? 'gateway'}.${operation}`;
