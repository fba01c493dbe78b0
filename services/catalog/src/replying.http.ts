import { etagOf, type Answer } from '@shulian/service-kit';

/** The part of the HTTP reply that a controller may touch: its headers. */
export type Replying = { header(name: string, value: string): unknown };

/** Puts the version that an answer's body names into its `ETag`. */
export const tagged = (reply: Replying, answer: Answer): Answer => {
  const { version } = JSON.parse(answer.body) as { version: number };
  void reply.header('etag', etagOf(version));
  return answer;
};
