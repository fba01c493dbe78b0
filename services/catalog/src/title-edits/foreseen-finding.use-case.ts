import { TimeSlices } from '@shulian/service-kit';
import type { Title } from '../titles/rules/title.js';
import { withFinding } from '../titles/title-finding.use-case.js';

/** All of a title but who it is. */
const wordsOf = ({ id: _id, version: _version, ...description }: Title): string =>
  JSON.stringify(description);

/**
 * What titles are found by, computed in slices before the transaction that writes them: cutting words of many takes long.
 * One that somebody else changed meanwhile is computed when it is written.
 */
export const foreseenFinding = async (
  titles: readonly Title[],
): Promise<(title: Title) => ReturnType<typeof withFinding>> => {
  const slices = new TimeSlices();
  const found = new Map<string, ReturnType<typeof withFinding>['finding']>();
  for (const title of titles) {
    found.set(wordsOf(title), withFinding(title).finding);
    await slices.pause();
  }
  return (title) => {
    const finding = found.get(wordsOf(title));
    return finding === undefined ? withFinding(title) : { title, finding };
  };
};
