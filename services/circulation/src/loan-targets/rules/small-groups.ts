/** Fewer pupils than this are told only to who knows them. */
export const SMALLEST_GROUP = 5;

type Group = { readonly pupils: number };

export const isSmall = ({ pupils }: Group): boolean => pupils < SMALLEST_GROUP;

/** Whether a sum over groups would tell of a few: those left out of it, taken from the whole, are few. */
export function tellsOfFew(groups: readonly Group[]): boolean {
  const heads = (some: readonly Group[]): number => some.reduce((all, { pupils }) => all + pupils, 0);
  const hidden = heads(groups.filter(isSmall));
  return heads(groups) < SMALLEST_GROUP || (hidden > 0 && hidden < SMALLEST_GROUP);
}
