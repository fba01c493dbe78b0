import type { ItemField } from './holdings-profile.js';
import type { DataField } from './marc-record.js';

export type Group = readonly { readonly code: string; readonly value: string }[];

/** Some makers repeat the whole group for each copy inside one field: a new one begins where its first code comes again after a barcode. */
export const groupsIn = (field: DataField, item: ItemField): Group[] => {
  const filled = field.subfields
    .map(({ code, value }) => ({ code, value: value.replace(/[\s\u3000]+/gu, ' ').trim() }))
    .filter(({ value }) => value !== '');
  const lead = filled[0]?.code;
  if (lead === undefined) return [];
  const groups: { code: string; value: string }[][] = [];
  for (const each of filled) {
    const current = groups.at(-1);
    // `a` `b` `b` is one group of two copies; `b` `d` `b` `d` are two, because something else of the group stood between.
    const startsAgain =
      each.code === lead &&
      current !== undefined &&
      (lead === item.barcode
        ? current.at(-1)?.code !== lead
        : current.some(({ code }) => code === item.barcode));
    if (current === undefined || startsAgain) groups.push([each]);
    else current.push(each);
  }
  // What stands once, before the first group that names copies or after all of them, holds for all groups.
  const shared = (code: string | undefined): string | undefined =>
    code === undefined
      ? undefined
      : filled.filter((each) => each.code === code).length === 1
        ? filled.find((each) => each.code === code)?.value
        : undefined;
  return groups.map((group) => {
    const lacking = [
      item.clc,
      item.bookNumber,
      ...(item.callNumber ?? []),
      item.scheme,
      item.price,
      ...(item.location ?? []),
    ].flatMap((code) => {
      const value = shared(code);
      return code !== undefined && value !== undefined && !group.some((each) => each.code === code)
        ? [{ code, value }]
        : [];
    });
    return [...group, ...lacking];
  });
};
