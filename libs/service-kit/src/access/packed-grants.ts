import type { Grant } from '@shulian/contracts/access';

/** As grants stand in a token: those that differ in their school alone are one, with all its schools. */
export type PackedGrant = Grant & { readonly schoolIds?: readonly string[] };

const restOf = ({ schoolId: _, ...rest }: Grant): string => JSON.stringify(rest);

/** The grants, as short as they can be said. */
export function packedGrants(grants: readonly Grant[]): PackedGrant[] {
  const groups = Map.groupBy(grants, (grant) =>
    grant.schoolId === undefined || grant.classId !== undefined || grant.readerId !== undefined
      ? grant
      : restOf(grant),
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    if (others.length === 0) return [first];
    const { schoolId: _, ...rest } = first;
    return [{ ...rest, schoolIds: [first, ...others].flatMap(({ schoolId }) => schoolId ?? []) }];
  });
}

/** Each with its own school again; ids are compared as text, and those from the doors are in lower case. */
export const unpackedGrants = (packed: readonly PackedGrant[]): Grant[] =>
  packed.flatMap(({ schoolIds, ...grant }) =>
    schoolIds === undefined
      ? [inLowerCase(grant)]
      : schoolIds.map((schoolId) => inLowerCase({ ...grant, schoolId })),
  );

const inLowerCase = (grant: Grant): Grant => ({
  ...grant,
  ...Object.fromEntries(
    (['schoolId', 'classId', 'readerId'] as const).flatMap((name) => {
      const id = grant[name];
      return id === undefined ? [] : [[name, id.toLowerCase()]];
    }),
  ),
});
