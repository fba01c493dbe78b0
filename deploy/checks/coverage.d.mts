export function requirementsIn(markdown: string): { id: string; capability: string }[];
export function idsInTitles(source: string, fileName?: string): Set<string>;
export function coveragePage(
  rowsByService: Record<string, { id: string; capability: string }[]>,
  specsById: Map<string, Set<string>>,
): string;
