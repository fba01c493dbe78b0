import type { CalendarDay, CollectionPolicyId, SchoolId } from '@shulian/contracts/ids';
import type { CopyKind } from '@shulian/contracts/words';
import type { Audience } from '../../selection/rules/suitability.js';

/** How fully a school collects: key subjects, new subjects, and what is read in general (CAT-002). */
export const COLLECTING_LEVELS = ['comprehensive', 'supplementary', 'selective'] as const;
export type CollectingLevel = (typeof COLLECTING_LEVELS)[number];

/** For what pupils and teachers read (CAT-003), each of one of the two. */
export const TARGET_CATEGORIES = {
  pupils: [
    'enrichment',
    'subject-extension',
    'aesthetic-education',
    'moral-education',
    'pinyin-readers',
    'composition-readers',
    'other',
  ],
  teachers: [
    'educational-thinking',
    'educational-psychology',
    'subject-titles',
    'continuing-education',
    'research-reading',
    'other',
  ],
} as const satisfies Readonly<Record<Audience, readonly string[]>>;
export const ALL_CATEGORIES: readonly string[] = [...new Set(Object.values(TARGET_CATEGORIES).flat())];

/**
 * Volumes a pupil where a school wrote nothing else: the lower bounds of the national rules for school libraries
 * (中小学图书馆（室）规程, 2018, annex).
 */
export const NATIONAL_STANDARD = { primary: 25, junior: 35, senior: 45 } as const;

export type CollectionPolicy = {
  readonly id: CollectionPolicyId;
  readonly schoolId: SchoolId;
  readonly effectiveOn: CalendarDay;
  readonly reason: string;
  readonly primaryVolumes: number;
  readonly juniorVolumes: number;
  readonly seniorVolumes: number;
  readonly writtenOn: CalendarDay;
  readonly writtenBy: string;
};

export type LevelOfClass = {
  readonly clc: string;
  readonly level: CollectingLevel;
  readonly subject: string | null;
  readonly reason: string;
};

export type HoldingTarget = {
  readonly number: number;
  readonly name: string;
  readonly audience: Audience;
  readonly category: string;
  /** Class numbers, each with all that is filed under it; none: whatever its class. */
  readonly clcs: readonly string[];
  readonly kind: CopyKind | null;
  readonly tag: string | null;
  readonly share: number | null;
  readonly volumes: number | null;
};

/** What is wrong with the targets of a policy, as places in it. */
export const targetFaults = (
  targets: readonly Omit<HoldingTarget, 'number'>[],
): readonly { readonly pointer: string; readonly code: string }[] =>
  targets.flatMap(({ audience, category, share, volumes, clcs, kind, tag }, at) => {
    const place = `/targets/${String(at)}`;
    return [
      ...((TARGET_CATEGORIES[audience] as readonly string[]).includes(category)
        ? []
        : [{ pointer: `${place}/category`, code: 'not-of-this-audience' }]),
      ...((share === null) === (volumes === null)
        ? [{ pointer: `${place}/share`, code: 'share-or-volumes' }]
        : []),
      ...(clcs.length === 0 && kind === null && tag === null
        ? [{ pointer: `${place}/clcs`, code: 'is-defined' }]
        : []),
    ];
  });

/** How many volumes a target means, of so many in all. */
export const targetVolumes = (
  { share, volumes }: Pick<HoldingTarget, 'share' | 'volumes'>,
  all: number,
): number => volumes ?? Math.ceil(((share ?? 0) * all) / 10_000);
