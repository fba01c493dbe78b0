import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
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
import { printedThemes } from './audience.format.js';
import { KeepTheme } from './keep-theme.use-case.js';
import { ThemeAsked, ThemeChange, ThemesAsked, ThemesPage, ThemeView } from './reading-themes.http.js';
import { ReadingThemesQuery } from './reading-themes.query.js';

@ApiTags('audience')
@Controller('reading-themes')
export class ReadingThemesController {
  constructor(
    private readonly themes: ReadingThemesQuery,
    private readonly keepTheme: KeepTheme,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('reading-themes.list')
  @ApiOkResponse({ type: ThemesPage })
  list(
    @Query() input: ThemesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ThemeView> | StreamableFile> {
    return pageOrDocument(this.documents, printedThemes, input, language, (page) => this.themes.find(page));
  }

  @Get(':id')
  @Versioned()
  @Does('reading-themes.read')
  @ApiOkResponse({ type: ThemeView })
  read(@Param('id') id: string): Promise<ThemeView> {
    return this.themes.byId(pathId(id));
  }

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('reading-themes.create')
  @ApiCreatedResponse({ type: ThemeView })
  create(
    @From() caller: Caller,
    @Body() input: ThemeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepTheme.add(input, caller.schoolOrCounty(input.schoolId), request);
  }

  @Patch(':id')
  @Versioned()
  @Does('reading-themes.change')
  @ApiOkResponse({ type: ThemeView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ThemeChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepTheme.change(pathId(id), version, input, caller, request);
  }
}
