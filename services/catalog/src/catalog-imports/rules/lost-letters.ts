/** What a title is known by, as far as this question goes. */
type KnownBy = {
  readonly title: string;
  readonly partNumber: string | null;
  readonly partTitle: string | null;
  readonly contributors: readonly string[];
  readonly publisher: string | null;
};

/**
 * Whether letters by which a title is known again were lost: as U+FFFD, or as a row of question marks, which is what a tool
 * writes that had no Chinese. What is left of two different titles may be the same.
 */
export const hasLostLetters = ({ title, partNumber, partTitle, contributors, publisher }: KnownBy): boolean =>
  [title, partNumber, partTitle, contributors[0], publisher].some(
    (text) => text?.includes('\ufffd') === true,
  ) || /^[\s?？]{3,}$/u.test(title.replace(/[^\p{L}\p{N}?？\s]/gu, ''));
