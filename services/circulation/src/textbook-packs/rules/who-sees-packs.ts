import type { Holder } from '../../textbooks/rules/textbook-line.js';

/** Whom a caller reaches: the county, whole schools, and classes with the school of each. */
type Reached = {
  readonly county: boolean;
  readonly schools: ReadonlySet<string>;
  readonly classes: ReadonlyMap<string, string>;
};

/** Who works at the school sees all packs; a class teacher those of the own class. */
export const seesPack = (
  { county, schools, classes }: Reached,
  { schoolId, holder }: { readonly schoolId: string; readonly holder: Holder },
): boolean =>
  county || schools.has(schoolId) || (holder.kind === 'class' && classes.get(holder.ref) === schoolId);
