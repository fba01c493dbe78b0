export function requirementsIn(markdown: string): { id: string; capability: string }[];
export function idsInTitles(source: string, fileName?: string): Set<string>;
export function asksOverHttp(path: string): boolean;
export type Claim = {
  readonly who: string | readonly string[];
  readonly through: readonly string[];
  readonly accept: string;
  readonly missing: string;
};
export function faultsOfClaims(
  claims: Readonly<Record<string, Partial<Claim>>>,
  specsById: ReadonlyMap<string, ReadonlySet<string>>,
  known: ReadonlySet<string>,
  exists: (name: string) => boolean,
): string[];
export function coveragePage(
  rowsByService: Record<string, { id: string; capability: string }[]>,
  claims: Readonly<Record<string, Claim>>,
  specsById: ReadonlyMap<string, ReadonlySet<string>>,
): string;
