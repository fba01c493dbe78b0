import { Readable } from 'node:stream';
import { S3mini } from 's3mini';
import { inChunks } from './chunks.js';
import type { FileContents } from './file-contents.js';
import { FilesAway } from '../problem/files-away.js';

export type S3Settings = {
  /** With the bucket: `https://s3.example/shulian`. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Begins every key, so that services share a bucket. */
  readonly service: string;
};

/** The least size of a part that the protocol allows, but for the last one. */
const PART_BYTES = 5 * 1024 * 1024;
const WITHIN_MS = 20_000;

/** Files as objects of a store that speaks the protocol of S3: MinIO, Ceph, a cloud's. */
export class FilesInS3 implements FileContents {
  private readonly bucket: S3mini;

  constructor(private readonly settings: S3Settings) {
    const { endpoint, region, accessKeyId, secretAccessKey } = settings;
    this.bucket = new S3mini({
      endpoint,
      region,
      accessKeyId,
      secretAccessKey,
      requestAbortTimeout: WITHIN_MS,
    });
  }

  /** What fits into one part goes in one request; more goes part by part, as the length need not be known. */
  async write(id: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const parts = inChunks(bytes, PART_BYTES);
    const first = await parts.next();
    if (first.done === true) return;
    if (first.value.length < PART_BYTES) await orAway(this.bucket.putObject(this.keyOf(id), first.value));
    else await this.writeInParts(id, first.value, parts);
  }

  async read(id: string): Promise<AsyncIterable<Uint8Array> | null> {
    const answer = await orAway(this.bucket.getObjectResponse(this.keyOf(id)));
    return answer?.body == null ? null : Readable.fromWeb(answer.body as never);
  }

  async remove(id: string): Promise<void> {
    await orAway(this.bucket.deleteObject(this.keyOf(id)));
  }

  private async writeInParts(id: string, first: Buffer, others: AsyncIterable<Buffer>): Promise<void> {
    const key = this.keyOf(id);
    const upload = await orAway(this.bucket.getMultipartUploadId(key));
    try {
      const parts = [await orAway(this.bucket.uploadPart(key, upload, first, 1))];
      for await (const part of others)
        parts.push(await orAway(this.bucket.uploadPart(key, upload, part, parts.length + 1)));
      await orAway(this.bucket.completeMultipartUpload(key, upload, parts));
    } catch (error) {
      // Parts of an upload that is never completed are paid for, and seen by nobody.
      await this.bucket.abortMultipartUpload(key, upload).catch(() => undefined);
      throw error;
    }
  }

  private keyOf(id: string): string {
    return `${this.settings.service}/${id}`;
  }
}

/** @throws FilesAway whatever the store or the way to it had against the request */
async function orAway<T>(input: Promise<T>): Promise<T> {
  try {
    return await input;
  } catch (cause) {
    throw new FilesAway('the store of files', { cause });
  }
}
