import type { APIRoute } from 'astro';
import { siteFeed } from '../outputs/feeds/feed.ts';
import { FEED_TYPES } from '../outputs/feeds/feed-list.ts';
import { toJsonFeed } from '../outputs/feeds/json-feed.ts';
import { feedResponse, getFeedSource } from '../press/site/feeds.ts';

export const GET: APIRoute = async () =>
  feedResponse(toJsonFeed(siteFeed(await getFeedSource())), FEED_TYPES.json);
