import type { AllocationSchemeId, CalendarDay, LocationId, SchoolId } from '@shulian/contracts/ids';

/** How a school means to spread its stock over its places, from a day on (CAT-112). */
export type AllocationScheme = {
  readonly id: AllocationSchemeId;
  readonly schoolId: SchoolId;
  readonly effectiveOn: CalendarDay;
  readonly reason: string;
  readonly writtenOn: CalendarDay;
  readonly writtenBy: string;
};

export type AllocationLine = {
  readonly schemeId: AllocationSchemeId;
  readonly number: number;
  readonly locationId: LocationId;
  readonly clc: string | null;
  readonly share: number | null;
  readonly volumes: number | null;
};
