import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JobProblem, JobStatus, JobView } from './jobs.js';

class JobProgress {
  @ApiProperty({ type: 'integer' })
  readonly done!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'null until the file was counted' })
  readonly total!: number | null;
}

export class Job implements JobView {
  @ApiProperty({ example: 'catalog-019f2f6e-5c1a-7a3b-9c4d-2e5f60718293' })
  readonly id!: string;
  @ApiProperty({ example: 'catalog-import' })
  readonly kind!: string;
  @ApiProperty({ enum: ['queued', 'running', 'succeeded', 'failed', 'cancelled'] })
  readonly status!: JobStatus;
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'null: of the whole county' })
  readonly schoolId!: string | null;
  @ApiProperty({ type: JobProgress })
  readonly progress!: JobProgress;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'counts, when it has ended: created, updated, unchanged, rejected …',
    example: { created: 12, updated: 3, unchanged: 0, rejected: 1 },
  })
  readonly result!: Readonly<Record<string, unknown>> | null;
  @ApiProperty({ type: 'string', nullable: true, description: 'code of the problem that ended it' })
  readonly failure!: string | null;
}

class JobProblemView implements JobProblem {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'where in the file',
    example: { sheet: '名册', row: 7 },
  })
  readonly place!: Readonly<Record<string, string | number>>;
  @ApiProperty({ example: 'name.missing' })
  readonly code!: string;
  @ApiProperty({ example: '缺少姓名', description: 'in the language of the reader' })
  readonly title!: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, example: { column: '姓名' } })
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

export class JobProblemsPage {
  @ApiProperty({ type: [JobProblemView] })
  readonly items!: JobProblemView[];
  @ApiProperty({ type: 'string', nullable: true })
  readonly nextCursor!: string | null;
}
