/** What tells one title from another where there is no number to go by. */
export type FingerprintParts = {
  readonly title: string;
  readonly partNumber?: string | null | undefined;
  readonly partTitle?: string | null | undefined;
  readonly firstContributor?: string | null | undefined;
  readonly publisher?: string | null | undefined;
};

/** Title and part, without blanks and punctuation, full-width to half-width, lower-case. */
export const titleKeyOf = ({ title, partNumber, partTitle }: FingerprintParts): string =>
  [title, partNumber, partTitle]
    .map(lettersOnly)
    .filter((each) => each !== '')
    .join('|') || title.normalize('NFKC').trim();

/** Title, part, first contributor and publisher: the fingerprint of decision 22. */
export const fingerprintOf = (parts: FingerprintParts): string =>
  [titleKeyOf(parts), contributorKey(parts.firstContributor), publisherKey(parts.publisher)].join('#');

/** The sign for a lost letter stays: a title with one is no other title without it. */
const lettersOnly = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\ufffd]+/gu, '');

/** Brackets hold dynasty, country or years of life, which cataloguers write or leave out. */
const contributorKey = (text: string | null | undefined): string =>
  lettersOnly((text ?? '').replace(/[（([〔【][^）)\]〕】]*[）)\]〕】]/gu, ''));

const publisherKey = (text: string | null | undefined): string =>
  lettersOnly(text).replace(/(?:出版社|出版公司|出版有限公司|publishers?|press|publ|pub|co|inc|ltd)+$/u, '');
