import { afterCursor, invalid } from '@shulian/service-kit';
import { isUUID } from 'class-validator';

/** Where ids begin. */
export const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';
/** Where they end. */
export const AFTER_ALL_IDS = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * The place after which a page begins, null for the first: texts, then ids. @throws Problem 400 for a cursor of another list
 */
export const placeAfter = (
  cursor: string | undefined,
  { texts, ids }: { readonly texts: number; readonly ids: number },
): string[] | null => {
  const place = afterCursor(cursor, texts + ids);
  if (place === null) return null;
  if (!place.every((part, at) => typeof part === 'string' && (at < texts || isUUID(part))))
    throw invalid({ pointer: '?cursor', code: 'malformed' });
  return place.map(String);
};
