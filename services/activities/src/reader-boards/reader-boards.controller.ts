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
import { KeepBoard } from './keep-board.use-case.js';
import { printedBoards, printedParticipants, printedPosts } from './reader-boards.format.js';
import {
  BoardAsked,
  BoardChangeAsked,
  BoardsAsked,
  BoardsPage,
  BoardView,
  ParticipantsAsked,
  ParticipantsPage,
  PostAsked,
  PostDecisionAsked,
  PostsAsked,
  PostsPage,
  PostView,
  ShownMessagesAsked,
  ShownMessagesPage,
  type ParticipantView,
  type ShownMessage,
} from './reader-boards.http.js';
import { ReaderBoardsQuery } from './reader-boards.query.js';
import { WritePost } from './write-post.use-case.js';

type Request = DeskRequest | null;
type Listed<Item> = Promise<Page<Item> | StreamableFile>;

@ApiTags('reader-boards')
@Controller()
export class ReaderBoardsController {
  constructor(
    private readonly query: ReaderBoardsQuery,
    private readonly keep: KeepBoard,
    private readonly posts: WritePost,
    private readonly documents: Documents,
  ) {}

  @Post('reader-boards')
  @HttpCode(201)
  @Versioned()
  @Does('reader-boards.open')
  @ApiCreatedResponse({ type: BoardView })
  open(@From() caller: Caller, @Body() input: BoardAsked, @Once() request: Request): Promise<Answer> {
    return this.keep.open(caller, input, request);
  }

  @Get('reader-boards')
  @Does('reader-boards.list')
  @ApiOkResponse({ type: BoardsPage })
  list(
    @From() caller: Caller,
    @Query() input: BoardsAsked,
    @ReadsIn() language: Language,
  ): Listed<BoardView> {
    return pageOrDocument(this.documents, printedBoards, input, language, (page) =>
      this.query.list(caller, page),
    );
  }

  @Get('reader-boards/:id')
  @Versioned()
  @Does('reader-boards.read')
  @ApiOkResponse({ type: BoardView })
  async read(@From() caller: Caller, @Param('id') id: string): Promise<BoardView> {
    return (await this.query.entered(caller, pathId(id))).board;
  }

  @Patch('reader-boards/:id')
  @Versioned()
  @Does('reader-boards.change')
  @ApiOkResponse({ type: BoardView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: BoardChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, input, request);
  }

  @Post('reader-boards/:id/posts')
  @HttpCode(201)
  @Does('board-posts.write')
  @ApiCreatedResponse({ type: PostView })
  write(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: PostAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.posts.write(caller, pathId(id), input, request);
  }

  @Get('reader-boards/:id/posts')
  @Does('board-posts.list')
  @ApiOkResponse({ type: PostsPage })
  listPosts(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: PostsAsked,
    @ReadsIn() language: Language,
  ): Listed<PostView> {
    return pageOrDocument(this.documents, printedPosts, input, language, (page) =>
      this.query.posts(caller, pathId(id), page),
    );
  }

  @Get('reader-boards/:id/participants')
  @Does('reader-boards.participants')
  @ApiOkResponse({ type: ParticipantsPage })
  participants(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ParticipantsAsked,
    @ReadsIn() language: Language,
  ): Listed<ParticipantView> {
    return pageOrDocument(this.documents, printedParticipants, input, language, (page) =>
      this.query.participants(caller, pathId(id), page),
    );
  }

  @Post('board-posts/:id/decision')
  @HttpCode(200)
  @Does('board-posts.decide')
  @ApiOkResponse({ type: PostView })
  decide(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: PostDecisionAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.posts.decide(caller, pathId(id), input, request);
  }

  @Get('library-pages/:schoolId/messages')
  @Does('library-pages.messages')
  @ApiOkResponse({ type: ShownMessagesPage })
  messages(
    @Param('schoolId') schoolId: string,
    @Query() input: ShownMessagesAsked,
  ): Promise<Page<ShownMessage>> {
    return this.query.messages(pathId(schoolId), input);
  }
}
