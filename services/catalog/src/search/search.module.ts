import { Module } from '@nestjs/common';
import { BrowsingController } from './browsing.controller.js';
import { BrowsingQuery } from './browsing.query.js';

@Module({ controllers: [BrowsingController], providers: [BrowsingQuery] })
export class SearchModule {}
