import { Module } from '@nestjs/common';
import { SigningModule } from '../signing/signing.module.js';
import { KeepPosts } from './keep-posts.use-case.js';
import { PostsController } from './posts.controller.js';
import { Posts } from './posts.query.js';

@Module({ imports: [SigningModule], controllers: [PostsController], providers: [KeepPosts, Posts] })
export class PostsModule {}
