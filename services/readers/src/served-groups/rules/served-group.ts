import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { ReaderKind } from '@shulian/contracts/words';

export const GROUP_SORTS = ['outside', 'special', 'profile'] as const;
export type GroupSort = (typeof GROUP_SORTS)[number];

/** What a group is, by its sort: 部队、企事业单位、社区、兄弟学校; 留守、随迁、残障…; 教研组、课题. */
export const KINDS_OF_SORT: Readonly<Record<GroupSort, readonly string[]>> = {
  outside: ['army-unit', 'enterprise', 'institution', 'community', 'school', 'person', 'other'],
  special: ['left-behind', 'migrant', 'disabled', 'low-income', 'reading-difficulty', 'retired', 'other'],
  profile: ['department', 'project', 'teacher', 'other'],
};
export const GROUP_KINDS = [...new Set(Object.values(KINDS_OF_SORT).flat())];

/** What is done for a group: 到馆阅览、借阅、咨询、送书上门、推送资料、代查资料、培训. */
export const SERVICE_KINDS = [
  'reading',
  'lending',
  'consultation',
  'delivery',
  'sent',
  'search',
  'training',
  'other',
] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** Who may be in a group of the sort: outsiders, anybody of the school, who works there. */
const MEMBERS: Readonly<Record<GroupSort, readonly ReaderKind[]>> = {
  outside: ['external'],
  special: ['student', 'teacher', 'staff'],
  profile: ['teacher', 'staff'],
};
export const mayBeIn = (sort: GroupSort, kind: ReaderKind): boolean => MEMBERS[sort].includes(kind);

export type ServedGroup = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly sort: GroupSort;
  readonly kind: string;
  readonly name: string;
  readonly needs: string | null;
  readonly contact: string | null;
  readonly agreementNumber: string | null;
  readonly agreedFrom: CalendarDay | null;
  readonly agreedTo: CalendarDay | null;
  readonly endedOn: CalendarDay | null;
  readonly version: number;
  readonly createdOn: CalendarDay;
  readonly createdBy: string;
};

/** What is wrong with a group, as a place and a code; null: nothing. Outsiders are served by an agreement. */
export function faultOf(
  group: Pick<ServedGroup, 'sort' | 'kind' | 'agreementNumber' | 'agreedFrom' | 'agreedTo'>,
): { readonly pointer: string; readonly code: string } | null {
  const { sort, kind, agreementNumber, agreedFrom, agreedTo } = group;
  if (!KINDS_OF_SORT[sort].includes(kind)) return { pointer: '/kind', code: 'of-another-sort' };
  if (sort === 'outside' && agreedFrom === null) return { pointer: '/agreedFrom', code: 'needed' };
  if (sort !== 'outside' && (agreementNumber !== null || agreedFrom !== null || agreedTo !== null))
    return { pointer: '/agreedFrom', code: 'of-outsiders' };
  return agreedTo !== null && agreedFrom !== null && agreedTo < agreedFrom
    ? { pointer: '/agreedTo', code: 'before-it-begins' }
    : null;
}

/** Whether something may be done for the group on a day: not before its agreement, not after it or its end. */
export const isServedOn = (
  { agreedFrom, agreedTo, endedOn }: Pick<ServedGroup, 'agreedFrom' | 'agreedTo' | 'endedOn'>,
  day: CalendarDay,
): boolean =>
  (agreedFrom === null || agreedFrom <= day) &&
  (agreedTo === null || day <= agreedTo) &&
  (endedOn === null || day <= endedOn);
