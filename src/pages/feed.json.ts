import type { APIRoute } from 'astro';
import { siteFeed } from '../outputs/feed.ts';
import { FEED_TYPES } from '../outputs/feed-list.ts';
import { toJsonFeed } from '../outputs/json-feed.ts';
import { feedResponse, getFeedSource } from '../site/feeds.ts';

export const GET: APIRoute = async () =>
  feedResponse(toJsonFeed(siteFeed(await getFeedSource())), FEED_TYPES.json);
