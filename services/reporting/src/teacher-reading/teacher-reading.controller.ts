import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  pageOrDocument,
  ReadsIn,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedTeacherReading } from './teacher-reading.format.js';
import { TeacherReadingAsked, TeacherReadingPage, type TeacherReadingOf } from './teacher-reading.http.js';
import { TeacherReadingQuery } from './teacher-reading.query.js';

@ApiTags('teacher-reading')
@Controller('teacher-reading')
export class TeacherReadingController {
  constructor(
    private readonly reading: TeacherReadingQuery,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('teacher-reading.list')
  @ApiOkResponse({ type: TeacherReadingPage })
  async list(
    @From() caller: Caller,
    @Query() input: TeacherReadingAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TeacherReadingOf> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    const notes = [`${input.from} – ${input.to}`];
    return pageOrDocument(
      this.documents,
      printedTeacherReading,
      input,
      language,
      (page) => this.reading.of(schoolId, page),
      notes,
    );
  }
}
