/**
 * The partition of a key: murmur2 as the Java client and kafkajs have it, on both buses, so that an export of the
 * embedded log into Kafka keeps its partitions.
 */
export function partitionOf(key: string, partitions: number): number {
  return (murmur2(Buffer.from(key, 'utf8')) & 0x7fffffff) % partitions;
}

const M = 0x5bd1e995;

function murmur2(bytes: Buffer): number {
  const length = bytes.length;
  let hash = 0x9747b28c ^ length;
  const wholeWords = length - (length % 4);
  for (let i = 0; i < wholeWords; i += 4) {
    let word = Math.imul(bytes.readInt32LE(i), M);
    word ^= word >>> 24;
    hash = Math.imul(hash, M) ^ Math.imul(word, M);
  }
  const rest = length - wholeWords;
  if (rest >= 3) hash ^= (bytes[wholeWords + 2] ?? 0) << 16;
  if (rest >= 2) hash ^= (bytes[wholeWords + 1] ?? 0) << 8;
  if (rest >= 1) hash = Math.imul(hash ^ (bytes[wholeWords] ?? 0), M);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, M);
  return hash ^ (hash >>> 15);
}
