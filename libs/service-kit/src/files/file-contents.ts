/** Where the bytes of files lie: chunks in the database, or a store that speaks the protocol of S3. */
export interface FileContents {
  /** Streams; at most some chunks are in memory. A file is written once, under an id that was never used. */
  write(id: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** Resolves when the first bytes are here; null when there is no such file. */
  read(id: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** What is gone already is no error. */
  remove(id: string): Promise<void>;
}
