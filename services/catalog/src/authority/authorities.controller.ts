import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  ListAsked,
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
import {
  printedAuthorities,
  printedAuthorityTitles,
  printedMerges,
  printedProposals,
} from './authorities.format.js';
import {
  AuthoritiesAsked,
  AuthoritiesPage,
  AuthorityAsked,
  AuthorityChange,
  AuthorityMergeAsked,
  AuthorityMergePreview,
  AuthorityMergePreviewAsked,
  AuthorityMergesPage,
  AuthorityMergeView,
  AuthorityProposalsAsked,
  AuthorityProposalsPage,
  AuthorityTitlesPage,
  AuthorityView,
  PointersAsked,
  TitlesByNameAsked,
  type AuthorityProposal,
  type AuthorityTitle,
} from './authorities.http.js';
import { AuthoritiesQuery } from './authorities.query.js';
import { ChangeAuthority } from './change-authority.use-case.js';
import { EnterAuthority } from './enter-authority.use-case.js';
import { MergeAuthorities } from './merge-authorities.use-case.js';
import { SetPointers } from './set-pointers.use-case.js';
import { UndoAuthorityMerge } from './undo-authority-merge.use-case.js';

@ApiTags('authorities')
@Controller()
export class AuthoritiesController {
  constructor(
    private readonly authorities: AuthoritiesQuery,
    private readonly enterAuthority: EnterAuthority,
    private readonly changeAuthority: ChangeAuthority,
    private readonly setPointers: SetPointers,
    private readonly documents: Documents,
  ) {}

  @Post('authorities')
  @HttpCode(201)
  @Versioned()
  @Does('authorities.create')
  @ApiCreatedResponse({ type: AuthorityView })
  create(@Body() input: AuthorityAsked, @Once() request: DeskRequest | null): Promise<Answer> {
    return this.enterAuthority.execute(input, request);
  }

  @Get('authorities')
  @Does('authorities.list')
  @ApiOkResponse({ type: AuthoritiesPage })
  list(
    @Query() input: AuthoritiesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AuthorityView> | StreamableFile> {
    return pageOrDocument(this.documents, printedAuthorities, input, language, (page) =>
      this.authorities.find(page),
    );
  }

  @Get('authorities/:id')
  @Versioned()
  @Does('authorities.read')
  @ApiOkResponse({ type: AuthorityView })
  read(@Param('id') id: string): Promise<AuthorityView> {
    return this.authorities.byId(pathId(id));
  }

  @Patch('authorities/:id')
  @Versioned()
  @Does('authorities.change')
  @ApiOkResponse({ type: AuthorityView })
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: AuthorityChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeAuthority.execute(pathId(id), version, input, request);
  }

  @Get('authorities/:id/titles')
  @Does('authorities.titles')
  @ApiOkResponse({ type: AuthorityTitlesPage })
  titles(
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AuthorityTitle> | StreamableFile> {
    return pageOrDocument(this.documents, printedAuthorityTitles, input, language, (page) =>
      this.authorities.titles(pathId(id), page),
    );
  }

  @Put('authorities/:id/titles')
  @Does('authorities.point')
  @ApiOkResponse({ type: AuthorityView })
  point(@Param('id') id: string, @Body() input: PointersAsked): Promise<AuthorityView> {
    return this.setPointers.execute(pathId(id), input);
  }

  @Get('titles-by-name')
  @Does('authorities.titles-by-name')
  @ApiOkResponse({ type: AuthorityTitlesPage })
  byName(
    @Query() input: TitlesByNameAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AuthorityTitle> | StreamableFile> {
    return pageOrDocument(this.documents, printedAuthorityTitles, input, language, (page) =>
      this.authorities.byName(page),
    );
  }

  @Get('authority-proposals')
  @Does('authorities.proposals')
  @ApiOkResponse({ type: AuthorityProposalsPage })
  proposals(
    @Query() input: AuthorityProposalsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AuthorityProposal> | StreamableFile> {
    return pageOrDocument(this.documents, printedProposals, input, language, (page) =>
      this.authorities.proposals(page.kind, page),
    );
  }
}

@ApiTags('authorities')
@Controller()
export class AuthorityMergesController {
  constructor(
    private readonly authorities: AuthoritiesQuery,
    private readonly mergeAuthorities: MergeAuthorities,
    private readonly undoMerge: UndoAuthorityMerge,
    private readonly documents: Documents,
  ) {}

  @Get('authority-merge-previews')
  @Does('authority-merges.preview')
  @ApiOkResponse({ type: AuthorityMergePreview })
  preview(@Query() input: AuthorityMergePreviewAsked): Promise<AuthorityMergePreview> {
    return this.authorities.preview(input);
  }

  @Post('authority-merges')
  @HttpCode(201)
  @Does('authority-merges.create')
  @ApiCreatedResponse({ type: AuthorityMergeView })
  create(
    @From() caller: Caller,
    @Body() input: AuthorityMergeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.mergeAuthorities.execute(input, caller.id, request);
  }

  @Get('authority-merges')
  @Does('authority-merges.list')
  @ApiOkResponse({ type: AuthorityMergesPage })
  list(
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AuthorityMergeView> | StreamableFile> {
    return pageOrDocument(this.documents, printedMerges, input, language, (page) =>
      this.authorities.merges(page),
    );
  }

  @Post('authority-merges/:id/undo')
  @HttpCode(200)
  @Does('authority-merges.undo')
  @ApiOkResponse({ type: AuthorityMergeView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoMerge.execute(pathId(id), caller.id, request);
  }
}
