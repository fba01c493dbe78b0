import { etagOf, type Answer } from '@shulian/service-kit';

/** What a controller needs of the reply. */
export type Headers = { header(name: string, value: string): unknown };

/** Puts the version that an answer's body names into its `ETag`. */
export function tagged(reply: Headers, answer: Answer): Answer {
  const { version } = JSON.parse(answer.body) as { version?: number };
  if (version !== undefined) void reply.header('etag', etagOf(version));
  return answer;
}
