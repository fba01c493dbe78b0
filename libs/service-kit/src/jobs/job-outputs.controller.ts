import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { MEDIA_TYPES, TABLE_FORMATS, type TableFormat } from '@shulian/documents';
import { IsIn, IsOptional } from 'class-validator';
import { Does, From } from '../access/access.guard.js';
import { Caller } from '../access/caller.js';
import { Documents } from '../documents/documents.js';
import { LINES, LINES_MEDIA_TYPE, tableFromLines } from '../documents/table-lines.js';
import { invalid } from '../problem/refused.js';
import { visibleJob } from './jobs.controller.js';
import { JobOutputs } from './job-outputs.js';
import { Jobs } from './jobs.js';

class JobOutputAsked {
  @ApiPropertyOptional({
    enum: TABLE_FORMATS,
    description: 'of a table, csv if not said; a file of another kind has the form it was made in',
  })
  @IsOptional()
  @IsIn([...TABLE_FORMATS, LINES])
  format?: TableFormat | typeof LINES;
}

/** A file of each form in which a list prints, or of another kind. */
const files = Object.fromEntries(
  [...TABLE_FORMATS.map((format) => MEDIA_TYPES[format]), 'application/octet-stream'].map((type) => [
    type,
    { schema: { type: 'string' as const, format: 'binary' } },
  ]),
);

/** The door to the files of jobs, for every service whose jobs make some. */
@ApiTags('jobs')
@Controller('jobs')
export class JobOutputsController {
  constructor(
    readonly jobs: Jobs,
    readonly outputs: JobOutputs,
    readonly documents: Documents,
  ) {}

  @Get(':id/output')
  @Does('jobs.output')
  @ApiOkResponse({ content: files })
  async output(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() { format }: JobOutputAsked,
  ): Promise<StreamableFile> {
    await visibleJob(this.jobs, caller, id);
    const { bytes, mediaType, name } = await this.outputs.open(caller, id);
    if (mediaType === LINES_MEDIA_TYPE)
      return this.documents.list(format ?? 'csv', await tableFromLines(bytes));
    if (format !== undefined) throw invalid({ pointer: '?format', code: 'not-of-this-file' });
    return new StreamableFile(Readable.from(bytes), {
      type: mediaType,
      disposition: `attachment; filename="${name}"`,
    });
  }
}
