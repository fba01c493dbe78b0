/** Roles that a district's sign-in may give; the county's own admin is nobody else's to make. */
export const MAPPED_ROLES = ['county-viewer', 'school-head', 'librarian', 'teacher'] as const;
export type MappedRole = (typeof MAPPED_ROLES)[number];

/** Who has this value in this claim gets the role: at the school named here, or at those whose code stands in another claim. */
export type Mapping = {
  /** Names of nested claims with points between them. */
  readonly claim: string;
  readonly value: string;
  readonly role: MappedRole;
  readonly schoolId?: string | null;
  readonly schoolClaim?: string | null;
};

export type Claims = Readonly<Record<string, unknown>>;

/** What is wrong with the place of a mapping; null: it is sound. */
export function faultOfMapping({ role, schoolId, schoolClaim }: Mapping): string | null {
  const places = [schoolId, schoolClaim].filter((place) => place !== undefined && place !== null).length;
  if (role === 'county-viewer') return places === 0 ? null : 'not-for-role';
  return places === 1 ? null : 'one-place';
}

/** The texts in a claim: one, or a list of them; numbers and truths as they are written. */
export function valuesOf(claims: Claims, path: string): string[] {
  const found = path
    .split('.')
    .reduce<unknown>(
      (part, name) =>
        typeof part === 'object' && part !== null && Object.hasOwn(part, name)
          ? (part as Claims)[name]
          : undefined,
      claims,
    );
  return (Array.isArray(found) ? found : [found]).flatMap((value: unknown) =>
    ['string', 'number', 'boolean'].includes(typeof value) ? [String(value)] : [],
  );
}

/** Codes of schools that the mappings ask for, in upper case. */
export const codesIn = (claims: Claims, mappings: readonly Mapping[]): string[] => [
  ...new Set(
    mappings.flatMap(({ schoolClaim }) =>
      schoolClaim == null ? [] : valuesOf(claims, schoolClaim).map((code) => code.toUpperCase()),
    ),
  ),
];

export type MappedGrant = { readonly role: MappedRole; readonly schoolId?: string };

/** What the claims give, each once. @param schools code in upper case → id; a school that is not there gives nothing */
export function mappedGrants(
  claims: Claims,
  mappings: readonly Mapping[],
  schools: ReadonlyMap<string, string>,
): MappedGrant[] {
  const found = new Map<string, MappedGrant>();
  for (const { claim, value, role, schoolId, schoolClaim } of mappings) {
    if (!valuesOf(claims, claim).includes(value)) continue;
    const places =
      role === 'county-viewer'
        ? [undefined]
        : schoolClaim == null
          ? [schoolId ?? null]
          : valuesOf(claims, schoolClaim).map((code) => schools.get(code.toUpperCase()) ?? null);
    for (const place of places) {
      if (place === null) continue;
      const grant = { role, ...(place === undefined ? {} : { schoolId: place }) };
      found.set(JSON.stringify(grant), grant);
    }
  }
  return [...found.values()];
}
