type InReach = { readonly county: boolean; readonly schools: ReadonlySet<string> };
type Placed = { readonly schoolId?: string };

/** Whether a grant is of a school in reach; those of the county are in nobody's but its own. */
export const reachesGrant = (reach: InReach, { schoolId }: Placed): boolean =>
  reach.county || (schoolId !== undefined && reach.schools.has(schoolId));

/** Whether an account belongs to the schools in reach with all it may: who may more is looked after by the county. */
export const reachesAccount = (reach: InReach, grants: readonly Placed[]): boolean =>
  reach.county || (grants.length > 0 && grants.every((grant) => reachesGrant(reach, grant)));
