import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { KeepStaff } from './keep-staff.use-case.js';
import { printedStaff, printedStaffCounts } from './library-staff.format.js';
import {
  StaffAsked,
  StaffCountsAsked,
  StaffCountsPage,
  StaffMemberAsked,
  StaffMemberChangeAsked,
  StaffMemberView,
  StaffPage,
  type StaffCountsView,
} from './library-staff.http.js';
import { LibraryStaff } from './library-staff.query.js';

type Request = DeskRequest | null;

@Controller()
export class LibraryStaffController {
  constructor(
    private readonly staff: LibraryStaff,
    private readonly keep: KeepStaff,
    private readonly documents: Documents,
  ) {}

  @Post('library-staff')
  @HttpCode(201)
  @Does('library-staff.enter')
  @Versioned()
  @ApiCreatedResponse({ type: StaffMemberView })
  enter(@From() caller: Caller, @Body() input: StaffMemberAsked, @Once() request: Request): Promise<Answer> {
    return this.keep.enter(caller, input, request);
  }

  @Get('library-staff')
  @Does('library-staff.list')
  @ApiOkResponse({ type: StaffPage })
  list(
    @From() caller: Caller,
    @Query() input: StaffAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<StaffMemberView> | StreamableFile> {
    return pageOrDocument(this.documents, printedStaff, input, language, (page) =>
      this.staff.list(caller, page),
    );
  }

  @Get('library-staff/:id')
  @Does('library-staff.read')
  @Versioned()
  @ApiOkResponse({ type: StaffMemberView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<StaffMemberView> {
    return this.staff.byId(caller, pathId(id));
  }

  @Patch('library-staff/:id')
  @Does('library-staff.change')
  @Versioned()
  @ApiOkResponse({ type: StaffMemberView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: StaffMemberChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, input, request);
  }

  @Delete('library-staff/:id')
  @HttpCode(204)
  @Does('library-staff.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.keep.remove(caller, pathId(id));
  }

  @Get('library-staff-counts')
  @Does('library-staff.counts')
  @ApiOkResponse({ type: StaffCountsPage })
  counts(
    @From() caller: Caller,
    @Query() input: StaffCountsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<StaffCountsView> | StreamableFile> {
    return pageOrDocument(this.documents, printedStaffCounts, input, language, (page) =>
      this.staff.counts(caller, page),
    );
  }
}
