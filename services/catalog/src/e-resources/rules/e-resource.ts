import type { SchoolId } from '@shulian/contracts/ids';

export const E_RESOURCE_KINDS = [
  'database',
  'e-book-package',
  'e-journal-package',
  'province-issued',
  'feature-database',
  'website',
] as const;
export type EResourceKind = (typeof E_RESOURCE_KINDS)[number];

/** Runs, or its term is over and nobody renewed it, or somebody ended it. */
export const E_RESOURCE_STATES = ['running', 'expired', 'ended'] as const;
export type EResourceState = (typeof E_RESOURCE_STATES)[number];

export const TERM_KINDS = ['subscription', 'renewal', 'add-on'] as const;
export type TermKind = (typeof TERM_KINDS)[number];
export const TERM_LINE_KINDS = [...TERM_KINDS, 'correction'] as const;
export type TermLineKind = (typeof TERM_LINE_KINDS)[number];

/** An electronic resource of a school, or of the county for all its schools (CAT-085, CAT-087, CAT-088). */
export type EResource = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId | null;
  readonly kind: EResourceKind;
  readonly name: string;
  readonly provider: string | null;
  readonly scope: string | null;
  readonly url: string | null;
  readonly subject: string | null;
  readonly audience: string | null;
  readonly firstGrade: number;
  readonly lastGrade: number;
  readonly quotaUnit: string | null;
  readonly goalEntries: number | null;
  readonly goalOn: string | null;
  readonly note: string | null;
  readonly addedOn: string;
  readonly addedBy: string;
  readonly publishedOn: string | null;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  readonly endsOn: string | null;
};

/** A term that was paid for; without a last day it was bought for good. */
export type Term = { readonly startsOn: string; readonly endsOn: string | null };
export type TermAsked = Term & { readonly kind: TermKind; readonly quota: number | null };

export type TermRefusal =
  | 'e-resource.ended'
  | 'e-resource.term-overlaps'
  | 'e-resource.nothing-to-renew'
  | 'e-resource.not-in-term'
  | 'e-resource.no-quota';

const lastOf = (terms: readonly Term[]): string | null | undefined =>
  terms.length === 0
    ? undefined
    : terms.reduce<string | null>(
        (last, { endsOn }) => (last === null || endsOn === null ? null : endsOn > last ? endsOn : last),
        '',
      );

/** The last day of all terms; null without terms, or with one that has no end. */
export const endOf = (terms: readonly Term[]): string | null => lastOf(terms) ?? null;

/**
 * What stands against a line. Terms follow each other: nothing is paid for twice. More quota is bought within a term and ends
 * with it.
 * @param terms of subscriptions and renewals that were not corrected
 */
export const termRefusal = (
  resource: Pick<EResource, 'endedOn'>,
  terms: readonly Term[],
  asked: TermAsked,
): TermRefusal | null => {
  if (resource.endedOn !== null) return 'e-resource.ended';
  const last = lastOf(terms);
  if (asked.kind === 'add-on') {
    if (asked.quota === null || asked.quota === 0) return 'e-resource.no-quota';
    const within = terms.some(
      ({ startsOn, endsOn }) => startsOn <= asked.startsOn && (endsOn === null || asked.startsOn <= endsOn),
    );
    return within ? null : 'e-resource.not-in-term';
  }
  if (asked.kind === 'renewal' && last === undefined) return 'e-resource.nothing-to-renew';
  if (last === undefined) return null;
  return last === null || asked.startsOn <= last ? 'e-resource.term-overlaps' : null;
};

/** The last day of the term in which more quota was bought. */
export const endOfTermAt = (terms: readonly Term[], day: string): string | null =>
  terms.find(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn))?.endsOn ?? null;

/** Whether readers have something to go to. */
export const isToBeFound = (resource: Pick<EResource, 'url' | 'kind'>, entries: number): boolean =>
  resource.url !== null || (resource.kind === 'feature-database' && entries > 0);
