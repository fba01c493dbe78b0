import type { MatchCandidate } from './record-match.js';

/** The titles a batch may match, found by fingerprint and by source; a later version of a title takes the place of an earlier. */
export class CandidateIndex {
  private readonly byId = new Map<string, MatchCandidate>();
  private readonly byFingerprint = new Map<string, Set<string>>();
  private readonly bySource = new Map<string, Set<string>>();

  put(candidate: MatchCandidate): void {
    this.byId.set(candidate.titleId, candidate);
    noted(this.byFingerprint, candidate.fingerprint, candidate.titleId);
    for (const key of candidate.sourceKeys) noted(this.bySource, key, candidate.titleId);
  }

  get(titleId: string): MatchCandidate | undefined {
    return this.byId.get(titleId);
  }

  /** Titles with this fingerprint or described by this source, each once. */
  near(fingerprint: string, sourceKey: string | null): MatchCandidate[] {
    const ids = new Set([
      ...(this.byFingerprint.get(fingerprint) ?? []),
      ...(sourceKey === null ? [] : (this.bySource.get(sourceKey) ?? [])),
    ]);
    return [...ids].flatMap((id) => this.byId.get(id) ?? []);
  }
}

const noted = (index: Map<string, Set<string>>, key: string, id: string): void => {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
};
