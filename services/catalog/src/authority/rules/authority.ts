export const AUTHORITY_KINDS = ['person', 'body', 'subject'] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

/** A name in the form that is preferred here, with the others it is known by. */
export type Authority = {
  readonly id: string;
  readonly version: number;
  readonly kind: AuthorityKind;
  readonly preferred: string;
  readonly variants: readonly string[];
  /** Of a person or a body: `1881-1936`. */
  readonly dates: string | null;
  readonly note: string | null;
};

export const MOST_VARIANTS = 50;

/** All its forms, the preferred one first, each once. */
export const formsOf = ({ preferred, variants }: Pick<Authority, 'preferred' | 'variants'>): string[] => [
  ...new Set([preferred, ...variants]),
];

/** One in the place of two: the forms of the other become variants, what it knows fills what is not said. */
export const mergedAuthority = (into: Authority, from: Authority): Authority => ({
  ...into,
  version: into.version + 1,
  variants: formsOf({ preferred: into.preferred, variants: [...into.variants, ...formsOf(from)] })
    .slice(1)
    .slice(0, MOST_VARIANTS),
  dates: into.dates ?? from.dates,
  note: into.note ?? from.note,
});

/** Below it two names are two. */
export const LIKELY_THE_SAME = 50;

/**
 * How likely two names of one kind that share a form are one, from 0 to 100: equal preferred forms say more than variants,
 * equal dates confirm, other dates speak against it.
 */
export const likenessOf = (
  one: Pick<Authority, 'dates'> & { readonly filing: string },
  other: Pick<Authority, 'dates'> & { readonly filing: string },
): number => {
  const byForm = one.filing === other.filing ? 80 : 60;
  if (one.dates === null || other.dates === null) return byForm;
  return one.dates === other.dates ? byForm + 20 : byForm - 50;
};
