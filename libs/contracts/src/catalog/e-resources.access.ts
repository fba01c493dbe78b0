import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;
/** Everyone who works, teaches or reads at the school. */
const people = {
  ...lookers,
  teacher: 'school',
  'class-helper': 'school',
  reader: 'school',
} as const;

export const eResourcesAccess = {
  'e-resources.create': {
    says: {
      zh: '登记电子资源：数据库、电子图书与期刊包、省级下发资源、特色数据库、网站；由县里登记的归全县',
      en: 'Enters an electronic resource of a school, or of the county for all: databases, packages, what the province issues, sites.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'e-resources.list': {
    says: {
      zh: '电子资源登记表：期限、费用、额度、状态，本校与全县的；format 给出可打印的表',
      en: 'The register of electronic resources of a school and of the county: terms, cost, quota, state; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'e-resources.renewals': {
    says: {
      zh: '续订提醒：多少天内到期或已到期而未续订、未停用的资源；format 给出可打印的清单',
      en: 'What ends within so many days, or has ended, and nobody renewed or ended: the nearest first; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'e-resources.read': {
    says: { zh: '查看一项电子资源', en: 'One electronic resource.' },
    roles: lookers,
    scope: 'reports.read',
  },
  'e-resources.change': {
    says: {
      zh: '修改电子资源的说明、网址、学科、年级、建设目标等；If-Match 注明所依据的版本',
      en: 'Changes what is said of a resource; If-Match names the version it builds on.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'e-resources.lines': {
    says: {
      zh: '一项资源历次的订购、续订、增订与更正；format 给出可打印的清单',
      en: 'The terms of a resource line by line: subscription, renewals, more quota, corrections; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'e-resources.enter-line': {
    says: {
      zh: '登记一次订购、续订或增订：起止日期、费用、额度',
      en: 'Enters a subscription, a renewal or more quota: days, cost, quota.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: {
      409: [
        'e-resource.ended',
        'e-resource.term-overlaps',
        'e-resource.nothing-to-renew',
        'e-resource.not-in-term',
        'e-resource.no-quota',
      ],
    },
  },
  'e-resources.correct-line': {
    says: {
      zh: '更正一行：以负数冲销并指明原行，原行不改',
      en: 'Takes a line back by one that points to it; the line itself stays as it is.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['e-resource-line.corrected', 'e-resource-line.has-add-ons'] },
  },
  'e-resources.end': {
    says: { zh: '停用或退订一项资源并说明理由', en: 'Ends or cancels a resource, with the reason.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['e-resource.ended'] },
  },
  'e-resources.reopen': {
    says: { zh: '撤销停用', en: 'Takes the end of a resource back.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['e-resource.not-ended'] },
  },
  'e-resources.publish': {
    says: { zh: '在图书馆主页上向师生发布', en: 'Shows a resource to readers.' },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['e-resource.ended', 'e-resource.nothing-to-show'] },
  },
  'e-resources.unpublish': {
    says: { zh: '撤回发布', en: 'Takes a resource from the page of readers.' },
    roles: keepers,
    scope: 'catalog.write',
  },
  'published-e-resources.list': {
    says: {
      zh: '师生可用的电子资源，可按学科、年级、类型筛选；format 给出可打印的清单',
      en: 'Resources for the people of a school, by subject, grade and kind; `format` prints them.',
    },
    roles: people,
    scope: 'catalog.read',
  },
  'published-e-resources.read': {
    says: { zh: '查看一项已发布的电子资源', en: 'One resource that readers see.' },
    roles: people,
    scope: 'catalog.read',
  },
  'published-e-resources.entries': {
    says: {
      zh: '已发布特色数据库的条目；format 给出可打印的目录',
      en: 'The entries of a published feature database; `format` prints them.',
    },
    roles: people,
    scope: 'catalog.read',
  },
} as const satisfies Operations;
