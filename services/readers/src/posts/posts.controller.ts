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
import { KeepPosts } from './keep-posts.use-case.js';
import { printedPosts } from './posts.format.js';
import { PostAsked, PostChangeAsked, PostsAsked, PostsPage, PostView } from './posts.http.js';
import { Posts } from './posts.query.js';

@Controller('posts')
export class PostsController {
  constructor(
    private readonly posts: Posts,
    private readonly keep: KeepPosts,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('posts.create')
  @ApiCreatedResponse({ type: PostView })
  create(
    @From() caller: Caller,
    @Body() input: PostAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.create(caller, input, request);
  }

  @Get()
  @Does('posts.list')
  @ApiOkResponse({ type: PostsPage })
  list(
    @From() caller: Caller,
    @Query() input: PostsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PostView> | StreamableFile> {
    return pageOrDocument(this.documents, printedPosts, input, language, (page) =>
      this.posts.page(caller, page),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('posts.read')
  @ApiOkResponse({ type: PostView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<PostView> {
    return this.posts.byId(caller, pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('posts.change')
  @ApiOkResponse({ type: PostView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: PostChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, input, request);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('posts.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.keep.remove(caller, pathId(id));
  }
}
